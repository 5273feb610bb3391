using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Store.Tests;

/// <summary>Records to store.</summary>
internal static class Samples
{
    /// <summary>Around now, since MongoDB expires by its own clock.</summary>
    public static readonly DateTimeOffset Now =
        DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

    public static string Id(string key) => ArticleId.Derive("samples", key, null, []);

    public static NewSubmission Submission(
        string key, string text = "first text", string source = "example", DateTimeOffset? at = null, DateTimeOffset? dueAt = null)
    {
        var raw = Encoding.UTF8.GetBytes(text);
        return new NewSubmission
        {
            ArticleId = Id(key),
            Source = source,
            SourceArticleId = key,
            Hints = new ArticleHints
            {
                Url = $"https://news.example/{key}",
                Title = "标题 «title»",
                PublishedAt = new ArticleTime(new DateOnly(2023, 3, 14), new TimeOnly(8, 30), TimeSpan.FromHours(8)),
            },
            ContentType = "text/html; charset=utf-8",
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(raw)),
            Raw = raw,
            ReceivedAt = at ?? Now,
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            DueAt = dueAt ?? (at ?? Now).AddSeconds(30),
        };
    }

    public static NewSubmission Withdrawal(string key, DateTimeOffset? at = null) => new()
    {
        ArticleId = Id(key),
        Kind = SubmissionKind.Withdrawal,
        Source = "example",
        ReceivedAt = at ?? Now,
        DueAt = (at ?? Now).AddSeconds(30),
    };

    public static StageFailure Failure(Stage stage = Stage.Clean, DateTimeOffset? at = null) =>
        new(stage, "empty-body", "The page has no text.", "at Somewhere()\n   at Else()", at ?? Now.AddSeconds(5));

    public static IReadOnlyList<StageRun> Timeline(int attempt = 1) =>
    [
        new StageRun(Stage.Ingest, Now, 1.25, attempt, "0af7651916cd43dd8448eb211c80319c"),
        new StageRun(Stage.Clean, Now.AddMilliseconds(7), 0.1 + 0.2, attempt, null),
    ];

    public static Publication Publication(
        string key, int version = 1, string title = "A title", string source = "example", string language = "en",
        DateTimeOffset? at = null) => new()
        {
            ArticleId = Id(key),
            Version = version,
            Source = source,
            ReceivedAt = Now,
            Article = Article(title),
            Enrichment = Enrichment(language),
            Timeline = Timeline(),
            PublishedAt = at ?? Now.AddSeconds(1),
        };

    public static Publication WithdrawalOf(string key, int version, DateTimeOffset? at = null) => new()
    {
        ArticleId = Id(key),
        Version = version,
        Source = "example",
        ReceivedAt = Now,
        Timeline = Timeline(),
        PublishedAt = at ?? Now.AddSeconds(1),
    };

    /// <summary>An article with a value in every property.</summary>
    public static CleanedArticle Article(string title = "A title", string bodyText = "One.\n\n二。 \u0000 \U0001F600") => new()
    {
        Kind = PageKind.Paywall,
        Title = title,
        Standfirst = "Under the title",
        Authors = ["A. Uthor", "王五"],
        PublishedAt = new ArticleTime(new DateOnly(2023, 3, 14)),
        ModifiedAt = new ArticleTime(new DateOnly(2023, 3, 15), new TimeOnly(23, 59, 59)),
        Publisher = "Example News",
        Section = "World",
        Tags = ["one", "two"],
        CanonicalUrl = "https://news.example/a?b=1&c=2",
        CitedUrl = "https://cited.example/a",
        DeclaredLanguage = "zh-Hans",
        Licence = "CC-BY-4.0",
        LeadImage = new ArticleImage("https://news.example/lead.jpg", "alt", null),
        Images = [new ArticleImage("https://news.example/1.jpg"), new ArticleImage("https://news.example/2.jpg", null, "caption")],
        BodyHtml = "<p>One.</p><p>二。</p>",
        BodyText = bodyText,
        WordCount = 2,
        WordsRemoved = 3,
        Pollution = 0.1 + 0.2,
        Charset = "gb18030",
        Removals =
        [
            new Removal
            {
                Rule = "hidden-text",
                Action = RemovalAction.Repaired,
                Where = "body > p:nth-child(2)",
                Characters = 12,
                Count = 2,
                Hash = "0123456789abcdef",
                Excerpt = "…",
                Confidence = 1.0 / 3,
            },
        ],
        Warnings = [new Warning("budget-nodes", "Too many elements.")],
        RuleSetVersion = "2026.1",
    };

    public static Enrichment Enrichment(string language = "en") => new()
    {
        Language = language,
        LanguageConfidence = 0.987654321,
        Script = "Latn",
        ReadingSeconds = 61,
        Keywords = ["key", "词"],
        Summary = "One.",
        Fingerprint = "00ff00ff00ff00ff",
    };

    public static Subscription Subscription(string id, SubscriptionFilter? filter = null, string? subscriberId = null) => new()
    {
        Id = id,
        SubscriberId = subscriberId,
        Endpoint = $"https://{id}.example/hook",
        Filter = filter ?? new SubscriptionFilter(),
        StateChangedAt = Now,
        Revision = 1,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    /// <summary>A subscription with a value in every property.</summary>
    public static Subscription FullSubscription(string id) => Subscription(id) with
    {
        SubscriberId = "site",
        Name = "Front page",
        Transport = Transport.WebSub,
        Format = DeliveryFormat.Ninjs,
        Topic = "https://news.example/v1/feed.atom",
        Filter = new SubscriptionFilter
        {
            Sources = ["example"],
            Languages = ["en"],
            Topics = ["one"],
            Keywords = ["key"],
            Sections = ["World"],
            Clusters = ["c"],
            FirstOfCluster = true,
            Changes = [ChangeKind.New, ChangeKind.Metadata],
        },
        State = SubscriptionState.Disabled,
        StateReason = "Gone.",
        Secrets = [new SigningSecret("whsec_b", Now, null), new SigningSecret("whsec_a", Now, Now.AddHours(24))],
        Limits = new DeliveryLimits { Concurrency = 7, PerSecond = 9 },
        ExpiresAt = Now.AddDays(10),
    };
}
