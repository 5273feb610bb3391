using System.Text;

namespace Ingestion.Pipeline.Tests.Polling;

/// <summary>Feeds and pages of the tests.</summary>
internal static class FeedDocuments
{
    /// <summary>A text that is long enough to be a whole article.</summary>
    public static string LongText(string topic) => string.Concat(Enumerable.Range(1, 12).Select(i =>
        $"<p>In paragraph {i} the report on {topic} says at some length what the council has decided, who was for it, who was against it, and what comes next.</p>"));

    /// <summary>An RSS feed.</summary>
    public static string Rss(params FeedItem[] items)
    {
        var rss = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour news</title><link>http://news.example/</link>");
        foreach (var item in items)
        {
            rss.Append("<item>");
            if (item.Guid is not null) rss.Append("<guid isPermaLink=\"false\">").Append(item.Guid).Append("</guid>");
            if (item.Link is not null) rss.Append("<link>").Append(item.Link).Append("</link>");
            rss.Append("<title>").Append(item.Title).Append("</title><description><![CDATA[").Append(item.Html).Append("]]></description></item>");
        }
        return rss.Append("</channel></rss>").ToString();
    }

    /// <summary>A web page with an article.</summary>
    public static string Page(string title, string html, string head = "") =>
        $"<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title>{head}</head><body><nav><a href=\"/\">Home</a></nav><article><h1>{title}</h1>{html}</article></body></html>";
}

/// <summary>An item of an RSS feed.</summary>
internal sealed record FeedItem(string? Guid, string? Link, string Title, string Html);
