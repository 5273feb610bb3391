using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Ingest.Formats.Nitf;

namespace Ingestion.Ingest.Formats.Ninjs;

/// <summary>Reads a news item of ninjs that is valid.</summary>
internal static class NinjsArticle
{
    private const string NitfType = "application/nitf+xml";

    /// <summary>The article. Canceled and withheld items are withdrawals.</summary>
    public static IncomingArticle Read(JsonElement item)
    {
        var status = Text(item, "pubStatus", "pubstatus");
        return new IncomingArticle
        {
            Id = Text(item, "uri"),
            IsWithdrawal = status is "canceled" or "withheld",
            Title = Headline(item) ?? Text(item, "headline", "title"),
            PublishedAt = Time(item, "firstCreated", "firstcreated", "versionCreated", "versioncreated"),
            EmbargoedUntil = Time(item, "embargoedUntil", "embargoed"),
            ExpiresAt = Time(item, "expires"),
            Language = Text(item, "language"),
            Authors = Text(item, "by", "byline") is { Length: > 0 } by ? [by] : [],
            BodyHtml = Body(item) ?? Description(item),
        };
    }

    private static string? Headline(JsonElement item)
    {
        var headlines = List(item, "headlines").ToList();
        var main = headlines.Find(headline => Text(headline, "role") is "main" or null);
        return Text(main.ValueKind == JsonValueKind.Object ? main : headlines.FirstOrDefault(), "value") ?? Text(item, "headline_main");
    }

    /// <summary>The text, in the richest of the forms that it was sent in.</summary>
    private static string? Body(JsonElement item) =>
        List(item, "bodies").Select(body => (Html: Html(body), Rank: Rank(body))).OrderByDescending(body => body.Rank)
            .Select(body => body.Html).FirstOrDefault(html => !string.IsNullOrWhiteSpace(html))
        ?? Text(item, "body_xhtml", "body_html", "body_richtext", "body_nitf")
        ?? AsParagraphs(Text(item, "body_text", "body_main"))
        ?? AsParagraphs(Open(item, "body_"));

    private static string? Description(JsonElement item) =>
        List(item, "descriptions").Select(Html).FirstOrDefault(html => !string.IsNullOrWhiteSpace(html))
            ?? AsParagraphs(Text(item, "description_text") ?? Open(item, "description_"));

    private static int Rank(JsonElement text) => Type(text) switch
    {
        "text/html" or "application/xhtml+xml" => 3,
        NitfType => 2,
        "text/plain" => 0,
        _ => LooksLikeMarkup(Text(text, "value")) ? 1 : 0,
    };

    private static string? Html(JsonElement text)
    {
        if (Text(text, "value") is not { } value) return null;
        return Type(text) switch
        {
            NitfType => NitfBody.FromText(value) ?? AsParagraphs(value),
            "text/plain" => AsParagraphs(value),
            "text/html" or "application/xhtml+xml" => value,
            _ => LooksLikeMarkup(value) ? value : AsParagraphs(value),
        };
    }

    private static bool LooksLikeMarkup(string? value) => value?.TrimStart().StartsWith('<') == true;

    private static string? Type(JsonElement text) => Text(text, "contentType", "contenttype")?.Split(';')[0].Trim().ToLowerInvariant();

    private static string? AsParagraphs(string? text) => string.IsNullOrWhiteSpace(text) ? null : ArticlePage.Paragraphs(text);

    private static string? Open(JsonElement item, string prefix) =>
        item.EnumerateObject()
            .Where(field => field.Name.StartsWith(prefix, StringComparison.Ordinal) && field.Value.ValueKind == JsonValueKind.String)
            .Select(field => field.Value.GetString()).FirstOrDefault();

    private static JsonElement.ArrayEnumerator List(JsonElement item, string name) =>
        item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static ArticleTime? Time(JsonElement item, params string[] names) =>
        ArticleTime.TryParse(Text(item, names)?.ToUpperInvariant(), out var time) ? time : null;

    private static string? Text(JsonElement item, params string[] names)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in names)
        {
            if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) return value.GetString();
        }
        return null;
    }
}
