using Ingestion.Contracts;

namespace Ingestion.Pipeline.Tests.Publish;

internal static class Samples
{
    public const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    public static CleanedArticle Article(string title, string? body = null) => new()
    {
        Title = title,
        Authors = ["Ada Clark"],
        PublishedAt = new ArticleTime(new DateOnly(2026, 3, 14)),
        CanonicalUrl = "https://news.example/library",
        BodyHtml = $"<p>{body ?? "The library opens in three years."}</p>",
        BodyText = body ?? "The library opens in three years.",
        WordCount = 6,
        WordsRemoved = 4,
        Pollution = 0.4,
        Charset = "utf-8",
        RuleSetVersion = "1",
        Warnings = [new Warning("short", "The article is very short.")],
        Removals =
        [
            Removal("boilerplate", RemovalAction.Removed, 20, "Subscribe to our <b>letter</b>"),
            Removal("boilerplate", RemovalAction.Removed, 12, "Read more"),
            Removal("gbk-slip", RemovalAction.Repaired, 2, "鈥?"),
        ],
    };

    public static Enrichment Enrichment(string language = "en", string script = "Latn") => new()
    {
        Language = language,
        LanguageConfidence = 0.99,
        Script = script,
        ReadingSeconds = 2,
        Keywords = ["library"],
        Summary = "The library opens in three years.",
        Fingerprint = "33ebaf9927cbc5bd",
    };

    public static StageRun[] Timeline(DateTimeOffset start) =>
    [
        new(Stage.Ingest, start, 2.5, 1, TraceId),
        new(Stage.Clean, start.AddMilliseconds(5), 20, 1, TraceId),
        new(Stage.Enrich, start.AddMilliseconds(30), 4, 1, TraceId),
        new(Stage.Publish, start.AddMilliseconds(40), 8, 1, TraceId),
    ];

    private static Removal Removal(string rule, RemovalAction action, int characters, string excerpt) => new()
    {
        Rule = rule,
        Action = action,
        Where = "body > div.aside",
        Characters = characters,
        Hash = "0123456789abcdef",
        Excerpt = excerpt,
        Confidence = 0.9,
    };
}
