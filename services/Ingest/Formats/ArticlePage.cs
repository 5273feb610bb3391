using System.Text;

namespace Ingestion.Ingest.Formats;

/// <summary>
/// Writes an article that came in parts as the page that Clean reads: the fields in a head, the text as it was sent in an article
/// element. Nothing is in it that changes while the article does not, so that the same article twice is the same bytes.
/// </summary>
internal static class ArticlePage
{
    /// <summary>Media type of the page.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The page.</summary>
    public static byte[] Write(IncomingArticle article)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html");
        if (article.Language is { Length: > 0 } language) page.Append(" lang=\"").Append(Escape(language)).Append('"');
        page.Append("><head><meta charset=\"utf-8\">\n");
        if (article.BaseUrl is { Length: > 0 } baseUrl && baseUrl != article.Url)
            page.Append("<base href=\"").Append(Escape(baseUrl)).Append("\">\n");
        if (article.Title is { Length: > 0 } title) page.Append("<title>").Append(Escape(title)).Append("</title>\n");
        foreach (var author in article.Authors) page.Append("<meta name=\"author\" content=\"").Append(Escape(author)).Append("\">\n");
        if (article.PublishedAt is { } published)
            page.Append("<meta property=\"article:published_time\" content=\"").Append(published).Append("\">\n");
        page.Append("</head><body><article>\n").Append(article.BodyHtml).Append("\n</article></body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <summary>Plain text as paragraphs: blank lines part them, single line ends are kept.</summary>
    public static string Paragraphs(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        foreach (var paragraph in text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            html.Append("<p>").Append(Escape(paragraph).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        return html.ToString();
    }

    /// <summary>Text for HTML, attributes included.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
