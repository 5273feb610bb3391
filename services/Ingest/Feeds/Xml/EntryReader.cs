using Ingestion.Contracts;
using Ingestion.Ingest.Feeds.Dates;
using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Reads an entry.</summary>
internal static class EntryReader
{
    /// <summary>The entry.</summary>
    public static FeedEntry Read(MarkupElement item, FeedContext context)
    {
        var links = new Links(context);
        var (people, categories) = (new List<FeedPerson>(), new List<string>());
        var (titles, summaries, contents) = (new FirstText(), new List<FeedText>(), new FirstText());
        var extras = new FirstText();
        var entry = new FeedEntry();
        ArticleTime? published = null, updated = FeedDate.Parse(item.Attribute("lastmod")), created = null, expires = null;
        links.AddPage(item, item.Attribute("href"));
        if (item.Attribute("rdf:about")?.Trim() is { Length: > 0 } about)
        {
            entry = entry with { RawId = about, Id = FeedUrl.Resolve(about, item.BaseUrl(context.Url)) };
            links.AddPage(item, about);
        }
        // Media RSS may put its fields into a group.
        foreach (var e in item.Elements.SelectMany(e => e.Key == "media:group" ? e.Elements.Prepend(e) : [e]))
        {
            switch (e.Key)
            {
                case "title":
                    titles.Add(TextReader.Read(e, TextReader.Plain, context), 0);
                    break;
                case "dc:title":
                    titles.Add(TextReader.Read(e, TextReader.Plain, context), 1);
                    break;
                case "media:title" or "itunes:title":
                    titles.Add(TextReader.Read(e, TextReader.Plain, context), 2);
                    break;
                case "description" or "abstract":
                    summaries.Add(TextReader.Read(e, TextReader.Html, context));
                    break;
                case "summary":
                    summaries.Add(TextReader.Read(e, TextReader.Plain, context));
                    break;
                case "dc:description" or "itunes:summary":
                    extras.Add(TextReader.Read(e, TextReader.Html, context), 0);
                    break;
                case "media:description" or "itunes:subtitle":
                    extras.Add(TextReader.Read(e, TextReader.Html, context), 1);
                    break;
                case "content" when e.Attribute("src")?.Trim() is { Length: > 0 } source:
                    entry = entry with { ContentSource = FeedUrl.Resolve(source, e.BaseUrl(context.Url)) };
                    break;
                case "content":
                    contents.Add(TextReader.Read(e, TextReader.Plain, context), 0);
                    break;
                case "content:encoded" or "fullitem":
                    contents.Add(TextReader.Read(e, TextReader.Html, context), 0);
                    break;
                case "body" or "xhtml:body" or "xhtml:div":
                    contents.Add(TextReader.Read(e, TextReader.Xhtml, context), 0);
                    break;
                case "link":
                    links.Add(e);
                    break;
                case "feedburner:origlink":
                    links.AddOriginal(e);
                    break;
                case "enclosure":
                    links.AddEnclosure(e);
                    break;
                case "guid" or "id":
                    entry = ReadId(e, entry, links, context);
                    break;
                case "pubdate" or "published" or "issued" or "dcterms:issued":
                    published = FeedDate.Parse(e.Text()) ?? published;
                    break;
                case "updated" or "modified" or "lastbuilddate" or "dc:date" or "dcterms:modified":
                    updated = FeedDate.Parse(e.Text()) ?? updated;
                    break;
                case "created" or "dcterms:created":
                    created = FeedDate.Parse(e.Text()) ?? created;
                    break;
                case "expirationdate" or "dcterms:valid":
                    expires = FeedDate.Parse(e.Text()) ?? expires;
                    break;
                case "author" or "dc:creator" or "dc:author" or "itunes:author":
                    PersonReader.Read(e, people);
                    break;
                case "dc:language" or "language":
                    entry = entry with { Language = e.Text().Trim().Replace('_', '-') };
                    break;
                default:
                    if (CategoryReader.IsCategory(e.Key)) CategoryReader.Read(e, categories);
                    else if (entry.Image is null && ImageReader.Read(e, context) is { } image) entry = entry with { Image = image };
                    break;
            }
        }
        // Of a description and a summary, the first is short and the second is the text, unless there is one already.
        if (summaries.Count > 1 && summaries[1].Raw != summaries[0].Raw) contents.Add(summaries[1], 1);
        // A podcast's episode without a guid is known by its file.
        if (entry.Id is null && links.Enclosures is [{ Url: var file }, ..])
            entry = entry with { Id = file, RawId = links.Page is null ? file : null };
        return entry with
        {
            Link = links.Page,
            Title = titles.Best,
            Summary = summaries.FirstOrDefault() ?? extras.Best,
            Content = contents.Best,
            Published = published,
            Updated = updated,
            Created = created,
            Expires = expires,
            Authors = people,
            Categories = categories,
            Enclosures = links.Enclosures,
            Language = entry.Language ?? item.Language(),
        };
    }

    private static FeedEntry ReadId(MarkupElement element, FeedEntry entry, Links links, FeedContext context)
    {
        var raw = TextReader.Raw(element);
        if (raw.Length == 0) return entry;
        // RSS 2.0: a guid is the page's URL unless it says that it is not.
        var isLink = !string.Equals(element.Attribute("isPermaLink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        var id = isLink ? FeedUrl.Resolve(raw, element.BaseUrl(context.Url)) : raw;
        if (isLink && element.Key == "guid") links.AddPermalink(id);
        return entry with { RawId = raw, Id = id };
    }
}
