using System.Globalization;
using Ingestion.Contracts;
using Ingestion.Ingest.Feeds.Dates;
using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Reads what a feed says of itself.</summary>
internal static class ChannelReader
{
    /// <summary>The feed without its entries.</summary>
    public static Feed Read(MarkupElement root, FeedContext context)
    {
        var channels = root.Elements.Where(e => e.Key == "channel").DefaultIfEmpty(root).ToList();
        var links = new Links(context);
        var (people, categories, hubs) = (new List<FeedPerson>(), new List<string>(), links.Hubs);
        var (titles, descriptions) = (new FirstText(), new FirstText());
        var schedule = new ScheduleReader();
        var feed = new Feed { Version = context.Version };
        ArticleTime? published = null, updated = null;
        foreach (var channel in channels)
        {
            links.AddPage(channel, channel.Attribute("href"));
            updated ??= FeedDate.Parse(channel.Attribute("lastmod"));
            foreach (var e in channel.Elements)
            {
                schedule.Read(e);
                switch (e.Key)
                {
                    case "title":
                        titles.Add(TextReader.Read(e, TextReader.Plain, context), 0);
                        break;
                    case "dc:title" or "itunes:title":
                        titles.Add(TextReader.Read(e, TextReader.Plain, context), 1);
                        break;
                    case "description" or "abstract":
                        descriptions.Add(TextReader.Read(e, TextReader.Html, context), 0);
                        break;
                    case "subtitle" or "tagline":
                        descriptions.Add(TextReader.Read(e, TextReader.Plain, context), 0);
                        break;
                    case "dc:description" or "itunes:summary" or "itunes:subtitle":
                        descriptions.Add(TextReader.Read(e, TextReader.Html, context), 1);
                        break;
                    case "link":
                        links.Add(e);
                        break;
                    case "id":
                        feed = feed with { Id = FeedUrl.Resolve(TextReader.Raw(e), e.BaseUrl(context.Url)) };
                        break;
                    case "language" or "dc:language":
                        feed = feed with { Language = NullIfEmpty(e.Text().Trim().Replace('_', '-')) ?? feed.Language };
                        break;
                    case "pubdate" or "published" or "issued" or "dcterms:issued":
                        published = FeedDate.Parse(e.Text()) ?? published;
                        break;
                    case "lastbuilddate" or "updated" or "modified" or "dc:date" or "dcterms:modified":
                        updated = FeedDate.Parse(e.Text()) ?? updated;
                        break;
                    case "author" or "managingeditor" or "dc:creator" or "dc:author" or "itunes:author":
                        PersonReader.Read(e, people);
                        break;
                    case "copyright" or "rights" or "dc:rights":
                        feed = feed with { Copyright = NullIfEmpty(TextReader.Read(e, TextReader.Plain, context).ToPlainText()) };
                        break;
                    case "generator":
                        feed = feed with { Generator = NullIfEmpty(e.Text().Trim()) };
                        break;
                    case "cloud":
                        feed = feed with { Cloud = ReadCloud(e) };
                        break;
                    default:
                        if (CategoryReader.IsCategory(e.Key)) CategoryReader.Read(e, categories);
                        else if (feed.Image is null && ImageReader.Read(e, context) is { } image) feed = feed with { Image = image };
                        break;
                }
            }
        }
        return feed with
        {
            Title = titles.Best,
            Description = descriptions.Best,
            Link = links.Page,
            SelfLink = links.Self,
            Hubs = hubs,
            NextPage = links.Next,
            Language = feed.Language ?? channels[0].Language(),
            Published = published,
            Updated = updated,
            Authors = people,
            Categories = categories,
            Schedule = schedule.Result,
        };
    }

    private static FeedCloud? ReadCloud(MarkupElement cloud)
    {
        if (cloud.Attribute("domain") is not { Length: > 0 } domain) return null;
        _ = int.TryParse(cloud.Attribute("port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port);
        return new FeedCloud(
            domain, port == 0 ? 80 : port, cloud.Attribute("path") ?? "/", cloud.Attribute("registerProcedure") ?? "",
                cloud.Attribute("protocol") ?? "");
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
