using System.Net;
using Ingestion.Clean.Sanitising;
using Ingestion.Contracts;

namespace Ingestion.Clean.Metadata;

/// <summary>The facts that take one look: publisher, section, tags, canonical URL, lead image, description.</summary>
internal static class OtherFacts
{
    private const int MostTags = 30;
    private const int LongestKeywords = 300;

    /// <summary>The lead as the metadata has it.</summary>
    public static string? Description(PageFacts facts) =>
        Clean(facts.Articles.Select(static article => article.Text("description")).FirstOrDefault(static text =>
            !string.IsNullOrEmpty(text))
            ?? facts.Meta.First("og:description", "description", "twitter:description", "dc.description", "dcterms.description"));

    /// <summary>Who published it.</summary>
    public static string? Publisher(PageFacts facts) => Clean(PublisherReader.Read(facts));

    /// <summary>The section of the site.</summary>
    public static string? Section(PageFacts facts) => Clean(SectionReader.Read(facts));

    /// <summary>The page's own tags.</summary>
    public static IReadOnlyList<string> Tags(PageFacts facts)
    {
        var tags = new List<string>();
        void Add(string value, bool split)
        {
            foreach (var part in split ? value.Split([',', ';', '，', '、'], StringSplitOptions.TrimEntries) : [value])
            {
                if (Clean(part) is { Length: > 1 and < 80 } tag && tags.Count < MostTags
                    && !tags.Contains(tag, StringComparer.OrdinalIgnoreCase)) tags.Add(tag);
            }
        }

        foreach (var value in facts.Meta.All("article:tag")) Add(value, split: true);
        if (tags.Count == 0)
        {
            foreach (var article in facts.Articles)
            {
                foreach (var value in article.Strings("keywords")) Add(value, split: true);
                if (tags.Count > 0) break;
            }
        }
        if (tags.Count == 0 && facts.Meta.First("news_keywords", "parsely-tags", "sailthru.tags", "keywords") is { } list) Add(list,
            split: true);
        if (tags.Count == 0)
        {
            foreach (var node in facts.Meta.Microdata("keywords")) Add(node.Attribute("content")
                ?? facts.Page.TextOf(node, LongestKeywords), split: true);
        }
        if (tags.Count == 0)
        {
            foreach (var link in facts.Meta.TagLinks) Add(facts.Page.TextOf(link, LongestKeywords).TrimStart('#'), split: false);
        }
        return tags;
    }

    /// <summary>The canonical URL, else where the page was fetched from.</summary>
    public static string? CanonicalUrl(PageFacts facts, LinkResolver links)
    {
        var declared = links.Resolve(facts.Meta.Link("canonical")) ?? links.Resolve(facts.Meta.First("og:url"));
        // A site's home page as the canonical URL of everything is a mistake of its template.
        if (declared is not null && Uri.TryCreate(declared, UriKind.Absolute, out var url) && url.AbsolutePath.Length <= 1
            && facts.Url is { AbsolutePath.Length: > 1 }) declared = null;
        return declared ?? (facts.Url is { } fetched ? LinkResolver.WithoutTracking(fetched) : null);
    }

    /// <summary>The image that stands for the article.</summary>
    public static ArticleImage? LeadImage(PageFacts facts, LinkResolver links)
    {
        var source = links.Resolve(facts.Meta.First("og:image", "og:image:url", "og:image:secure_url", "twitter:image",
            "twitter:image:src", "thumbnail", "parsely-image-url", "sailthru.image.full"))
            ?? facts.Articles.SelectMany(static article => article.Values("image")).Select(image => links.Resolve(
                image.ValueKind == System.Text.Json.JsonValueKind.String ? image.GetString() : image.Text("url")
                    ?? image.Text("contentUrl"))).FirstOrDefault(static image => image is not null)
            ?? links.Resolve(facts.Meta.Link("image_src"));
        if (source is null) return null;
        var caption = facts.Articles.SelectMany(static article => article.Values("image")).Where(static image =>
            image.ValueKind == System.Text.Json.JsonValueKind.Object)
            .Where(image => links.Resolve(image.Text("url")
                ?? image.Text("contentUrl")) == source).Select(static image => image.Text("caption")).FirstOrDefault(static text =>
                text is not null);
        return new ArticleImage(source, Clean(facts.Meta.First("og:image:alt", "twitter:image:alt")), Clean(caption));
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = Whitespace.Collapse(WebUtility.HtmlDecode(text));
        return clean.Length == 0 ? null : clean;
    }
}
