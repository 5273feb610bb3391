using System.Text;
using Ingestion.Clean;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean;

/// <summary>Cleans pages made up by tests.</summary>
internal static class CleanPages
{
    public const string FirstParagraph =
        "The harbour bridge of Lindau will close for nine weeks in spring, the city said on Monday, because two of its bearings have rusted through.";

    public const string SecondParagraph =
        "Until then, lorries have to take the long way round by the old shipyard, which adds eleven minutes to the trip, according to the city's engineers.";

    public const string ThirdParagraph =
        "Merchants on the island fear for their summer. “We live from those weeks,” said the owner of a bookshop, “and nobody asked us about the dates.”";

    public static string Story => $"<p>{FirstParagraph}</p><p>{SecondParagraph}</p><p>{ThirdParagraph}</p>";

    public static string Body => $"{FirstParagraph}\n\n{SecondParagraph}\n\n{ThirdParagraph}";

    public static string Page(string body, string head = "") =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Harbour bridge to close</title>{head}</head><body>{body}</body></html>";

    public static CleanedArticle Clean(string html, string? url = "https://news.example/2023/07/19/harbour-bridge", CleanOptions? options = null) =>
        Clean(Encoding.UTF8.GetBytes(html), url, options);

    public static CleanedArticle Clean(byte[] content, string? url = null, CleanOptions? options = null) =>
        new ArticleCleaner(options ?? new CleanOptions()).Clean(
            new RawArticle(content, "text/html; charset=utf-8", new ArticleHints { Url = url }), cancellationToken: TestContext.Current.CancellationToken);
}
