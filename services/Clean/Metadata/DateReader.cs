using Ingestion.Contracts;

namespace Ingestion.Clean.Metadata;

/// <summary>When the article was published and modified: structured data first, then meta, then the page's text, then its URL.</summary>
internal static class DateReader
{
    private static readonly string[] Published =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
        "sailthru.date", "publishdate", "publish_date", "publish-date",
        "published_date", "publication_date", "pubdate", "pub_date", "article:published", "article_date_original",
        "articlepublicationdate", "originalpublicationdate", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date.created", "dc.created", "date.created", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "iso-8601-publish-date",
        "bt:pubdate", "rnews:datepublished", "article.published", "published_time", "published-date", "citation_publication_date",
        "citation_date", "citation_online_date",
        "shareaholic:article_published_time", "vr:published_time", "article:publicationdate", "og:pubdate", "mediator_published_time",
        "weibo: article:create_at",
        "weibo:article:create_at", "apub:time",
    ];

    // Names that say less: the day may be that of a version, a file, a video.
    private static readonly string[] Perhaps =
        [
            "datecreated", "created", "dc.date", "dcterms.date", "date", "publishtime", "dcsext.articlefirstpublished", "release_date",
            "video:release_date", "last-publication", "revision_date", "time",
        ];

    private static readonly string[] Modified =
    [
        "article:modified_time", "og:updated_time", "datemodified", "article:updated_time", "og:article:modified_time",
        "dcterms.modified", "dc.date.modified", "last-modified",
        "lastmod", "lastmodified", "modified", "revised", "updated", "http:last-modified", "article:updated", "og:modified_time",
    ];

    /// <summary>Reads both.</summary>
    /// <param name="facts">The page.</param>
    public static (ArticleTime? Published, ArticleTime? Modified) Read(PageFacts facts)
    {
        var language = DateOrder.LanguageOf(facts);
        var modified = FromJson(facts, "dateModified", language) ?? FromMeta(facts, Modified, language)
            ?? FromItemprop(facts, "dateModified", language);
        var published = FromJson(facts, "datePublished", language)
            ?? FromMeta(facts, Published, language)
            ?? FromItemprop(facts, "datePublished", language)
            ?? FromMeta(facts, Perhaps, language)
            ?? DateInText.Find(facts, language)
            ?? FromJson(facts, "dateCreated", language)
            ?? DateInUrl.Find(facts)
            ?? modified;
        return (published, modified);
    }

    private static ArticleTime? FromJson(PageFacts facts, string property, string? language)
    {
        foreach (var article in facts.Articles)
        {
            if (DateParser.Parse(article.Text(property), language) is { } time) return time;
        }
        foreach (var thing in facts.Things)
        {
            if (thing.Is("WebPage", "ItemPage", "VideoObject", "AboutPage", "Event")
                && DateParser.Parse(thing.Text(property), language) is { } time) return time;
        }
        return null;
    }

    private static ArticleTime? FromMeta(PageFacts facts, string[] names, string? language)
    {
        foreach (var name in names)
        {
            foreach (var value in facts.Meta.All(name))
            {
                if (DateParser.Parse(value, language) is { } time) return time;
            }
        }
        return null;
    }

    private static ArticleTime? FromItemprop(PageFacts facts, string property, string? language)
    {
        foreach (var node in facts.Meta.Microdata(property))
        {
            var time = DateParser.Parse(node.Attribute("datetime"), language) ?? DateParser.Parse(node.Attribute("content"), language)
                ?? DateParser.Parse(facts.Page.TextOf(node, 100), language);
            if (time is not null) return time;
        }
        return null;
    }
}
