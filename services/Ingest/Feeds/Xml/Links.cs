using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Gathers the links of a feed or an entry: RSS's text, Atom's href and rel.</summary>
internal sealed class Links(FeedContext context)
{
    private string? _page;
    private string? _otherPage;
    private string? _permalink;
    private string? _original;

    /// <summary>The page: the link to it, else a guid that is one.</summary>
    public string? Page => _original ?? _page ?? _permalink ?? _otherPage;

    /// <summary>Where the feed is itself.</summary>
    public string? Self { get; private set; }

    /// <summary>The next page of the feed.</summary>
    public string? Next { get; private set; }

    /// <summary>WebSub hubs.</summary>
    public List<string> Hubs { get; } = [];

    /// <summary>Files that go with it.</summary>
    public List<FeedEnclosure> Enclosures { get; } = [];

    /// <summary>A link element.</summary>
    public void Add(MarkupElement link)
    {
        if (link.Attribute("href") is not { } href)
        {
            // "&amp;" twice escaped is common in RSS's links.
            var text = link.Text().Trim().Replace("&amp;", "&", StringComparison.Ordinal);
            if (text.Length > 0) _page = Resolve(link, text);
            return;
        }
        if (string.IsNullOrWhiteSpace(href)) return;
        var url = Resolve(link, href);
        foreach (var relation in (link.Attribute("rel") ?? "alternate").ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Add(relation, url, link);
        }
    }

    /// <summary>An RSS enclosure.</summary>
    public void AddEnclosure(MarkupElement enclosure)
    {
        if ((enclosure.Attribute("url") ?? enclosure.Attribute("href"))?.Trim() is { Length: > 0 } url)
            Enclosures.Add(new FeedEnclosure(Resolve(enclosure, url), enclosure.Attribute("type")?.Trim(),
                enclosure.Attribute("length")?.Trim()));
    }

    /// <summary>A page that the feed names otherwise: CDF's href, RDF's about.</summary>
    public void AddPage(MarkupElement element, string? reference)
    {
        if (!string.IsNullOrWhiteSpace(reference)) _otherPage ??= Resolve(element, reference);
    }

    /// <summary>A guid that says it is the page's URL.</summary>
    public void AddPermalink(string guid)
    {
        if (FeedUrl.IsWeb(guid)) _permalink = guid;
    }

    /// <summary>The page's own URL, where the link counts clicks (FeedBurner's origLink).</summary>
    public void AddOriginal(MarkupElement element)
    {
        var url = element.Text().Trim();
        if (FeedUrl.IsWeb(url)) _original = url;
    }

    private void Add(string relation, string url, MarkupElement link)
    {
        switch (relation)
        {
            case "alternate" or "http://www.iana.org/assignments/relation/alternate":
                if (!IsPage(link.Attribute("type"))) _otherPage ??= url;
                else if (!context.IsAtom || _page is null) _page = url;
                break;
            case "enclosure":
                Enclosures.Add(new FeedEnclosure(url, link.Attribute("type")?.Trim(), link.Attribute("length")?.Trim()));
                break;
            case "self":
                Self ??= url;
                break;
            case "hub":
                Hubs.Add(url);
                break;
            case "next":
                Next ??= url;
                break;
        }
    }

    private static bool IsPage(string? type) =>
        type?.Trim().ToLowerInvariant() is null or "" or "text/html" or "application/xhtml+xml" or "html" or "xhtml";

    private string Resolve(MarkupElement element, string reference) => FeedUrl.Resolve(reference, element.BaseUrl(context.Url));
}
