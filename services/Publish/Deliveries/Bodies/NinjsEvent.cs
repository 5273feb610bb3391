using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>IPTC ninjs 3 (https://iptc.org/standards/ninjs): a news item, canceled if it was withdrawn.</summary>
internal static class NinjsEvent
{
    private const string Schema = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

    private static readonly JsonSerializerOptions Options = new(IngestionJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static DeliveryBody Write(ChangeEvent change) =>
        new("application/json", JsonSerializer.SerializeToUtf8Bytes(Item(change.Published), Options));

    private static NewsItem Item(PublishedArticle published)
    {
        var item = new NewsItem
        {
            Uri = "urn:ingestion:article:" + published.ArticleId,
            Version = published.Version.ToString(CultureInfo.InvariantCulture),
            FirstCreated = published.FirstPublishedAt,
            VersionCreated = published.PublishedAt,
            PubStatus = published.IsTombstone ? "canceled" : "usable",
        };
        if (published.Article is not { } article) return item;
        return item with
        {
            ContentCreated = article.PublishedAt?.ToInstant(),
            Language = published.Enrichment?.Language is { } language and not "und" ? language : article.DeclaredLanguage,
            By = article.Authors.Count > 0 ? string.Join(", ", article.Authors) : null,
            Headlines = [new TextPart("main", "text/plain", article.Title)],
            Descriptions = (article.Standfirst ?? published.Enrichment?.Summary) is { } summary
                ? [new TextPart(article.Standfirst is null ? "summary" : "standfirst", "text/plain", summary)]
                : null,
            Bodies =
            [
                new BodyPart("main", "text/html", article.BodyHtml.Length, article.WordCount, article.BodyHtml),
                new BodyPart("plain", "text/plain", article.BodyText.Length, article.WordCount, article.BodyText),
            ],
            Subjects = [.. Subjects(article, published.Enrichment)],
            InfoSources = article.Publisher is { } publisher ? [new Named(publisher)] : null,
            AltIds = article.CanonicalUrl is { } url ? [new AltId("canonicalUrl", url)] : null,
            UsageTerms = article.Licence,
        };
    }

    private static IEnumerable<Named> Subjects(CleanedArticle article, Enrichment? enrichment) =>
        article.Tags.Concat(article.Section is { } section ? [section] : []).Concat(enrichment?.Keywords ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new Named(name));

    private sealed record NewsItem
    {
        public required string Uri { get; init; }
        public Standard Standard { get; init; } = new("ninjs", "3.1", Schema);
        public required string Version { get; init; }
        public required DateTimeOffset FirstCreated { get; init; }
        public required DateTimeOffset VersionCreated { get; init; }
        public DateTimeOffset? ContentCreated { get; init; }
        public required string PubStatus { get; init; }
        public string? Language { get; init; }
        public string? By { get; init; }
        public IReadOnlyList<TextPart>? Headlines { get; init; }
        public IReadOnlyList<TextPart>? Descriptions { get; init; }
        public IReadOnlyList<BodyPart>? Bodies { get; init; }
        public IReadOnlyList<Named>? Subjects { get; init; }
        public IReadOnlyList<Named>? InfoSources { get; init; }
        public IReadOnlyList<AltId>? AltIds { get; init; }
        public string? UsageTerms { get; init; }
    }

    private sealed record Standard(string Name, string Version, string Schema);

    private sealed record TextPart(string Role, string ContentType, string Value);

    private sealed record BodyPart(string Role, string ContentType, int CharCount, int WordCount, string Value);

    private sealed record Named(string Name);

    private sealed record AltId(string Role, string Value);
}
