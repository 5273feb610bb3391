using System.Text.Json;
using Ingestion.Contracts;
using MassTransit;
using Xunit;

namespace Ingestion.Unit.Tests.Contracts;

/// <summary>
/// Freezes what goes over the wire: names and JSON. A failure here means that services of two releases would not understand
/// each other; a change must be made so that both can be read.
/// </summary>
public sealed class MessageContractTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    private static readonly StageRun Ingested = new(Stage.Ingest, At, 1.5, 1, "0af7651916cd43dd8448eb211c80319c");

    [Theory]
    [InlineData(typeof(ArticleIngested), "urn:message:Ingestion.Contracts:ArticleIngested")]
    [InlineData(typeof(ArticleCleaned), "urn:message:Ingestion.Contracts:ArticleCleaned")]
    [InlineData(typeof(ArticleEnriched), "urn:message:Ingestion.Contracts:ArticleEnriched")]
    [InlineData(typeof(ArticleWithdrawn), "urn:message:Ingestion.Contracts:ArticleWithdrawn")]
    public void Message_names_stay(Type message, string urn) => Assert.Equal(urn, MessageUrn.ForTypeString(message));

    [Fact]
    public void There_are_no_other_messages() =>
        Assert.Equal(
            ["ArticleCleaned", "ArticleEnriched", "ArticleIngested", "ArticleWithdrawn"],
            typeof(IArticleMessage).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IArticleMessage))).Select(type => type.Name).Order());

    [Fact]
    public void ArticleIngested_stays() => AssertGolden(nameof(ArticleIngested), new ArticleIngested
    {
        ArticleId = "6re3fsqgsxbhp1yw97w2cd756c",
        Version = 2,
        Source = "example",
        ReceivedAt = At,
        Attempt = 1,
        ContentType = "text/html; charset=gbk",
        ContentHash = "aa",
        RawLength = 3,
        Hints = new ArticleHints { Url = "https://a.example/1", Title = "标题", PublishedAt = new ArticleTime(new DateOnly(2026, 1, 1)), Language = "zh", Licence = "CC0-1.0" },
        RecleanedFrom = 1,
        Timeline = [Ingested],
    });

    [Fact]
    public void ArticleWithdrawn_stays() => AssertGolden(nameof(ArticleWithdrawn), new ArticleWithdrawn
    {
        ArticleId = "6re3fsqgsxbhp1yw97w2cd756c",
        Version = 3,
        Source = "example",
        ReceivedAt = At,
        Attempt = 2,
        Timeline = [Ingested],
    });

    [Fact]
    public void ArticleCleaned_stays() => AssertGolden(nameof(ArticleCleaned), new ArticleCleaned
    {
        ArticleId = "6re3fsqgsxbhp1yw97w2cd756c",
        Version = 2,
        Source = "example",
        ReceivedAt = At,
        Attempt = 1,
        Article = new ArticlePayload { Inline = Article },
        Timeline = [Ingested],
    });

    [Fact]
    public void ArticleEnriched_stays() => AssertGolden(nameof(ArticleEnriched), new ArticleEnriched
    {
        ArticleId = "6re3fsqgsxbhp1yw97w2cd756c",
        Version = 2,
        Source = "example",
        ReceivedAt = At,
        Attempt = 1,
        Article = new ArticlePayload { Reference = "6re3fsqgsxbhp1yw97w2cd756c/2" },
        Enrichment = new Enrichment
        {
            Language = "zh",
            LanguageConfidence = 0.9,
            Script = "Hant",
            ReadingSeconds = 60,
            Keywords = ["標題"],
            Summary = "S",
            Fingerprint = "0123456789abcdef",
        },
        Timeline = [Ingested],
    });

    private static CleanedArticle Article => new()
    {
        Kind = PageKind.Article,
        Title = "标题 “x” <y>",
        Standfirst = "Lead",
        Authors = ["A", "B"],
        PublishedAt = new ArticleTime(new DateOnly(2026, 1, 1), new TimeOnly(8, 0), TimeSpan.FromHours(8)),
        ModifiedAt = new ArticleTime(new DateOnly(2026, 1, 2), new TimeOnly(9, 0)),
        Publisher = "P",
        Section = "News",
        Tags = ["t"],
        CanonicalUrl = "https://a.example/1",
        CitedUrl = "https://b.example/1",
        DeclaredLanguage = "zh-Hant",
        Licence = "CC0-1.0",
        LeadImage = new ArticleImage("https://a.example/1.jpg", "alt", "caption"),
        Images = [new ArticleImage("https://a.example/1.jpg")],
        BodyHtml = "<p>x</p>",
        BodyText = "x",
        WordCount = 1,
        WordsRemoved = 2,
        Pollution = 0.25,
        Charset = "gb18030",
        Removals =
        [
            new Removal { Rule = "pinyin-reading", Action = RemovalAction.Removed, Where = "body > p", Characters = 5, Count = 2, Hash = "ab", Excerpt = "(yè)", Confidence = 0.9 },
        ],
        Warnings = [new Warning("budget-nodes", "Too many.")],
        RuleSetVersion = "1",
    };

    private static void AssertGolden<T>(string name, T message) where T : class
    {
        var options = new JsonSerializerOptions(IngestionJson.Options) { WriteIndented = true };
        var path = Path.Combine(AppContext.BaseDirectory, "Contracts", "Golden", name + ".json");
        var golden = File.ReadAllText(path).TrimEnd();
        Assert.Equal(golden, JsonSerializer.Serialize(message, options).ReplaceLineEndings("\n"));
        // What was written by an older release can still be read.
        Assert.Equal(golden, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(golden, options), options).ReplaceLineEndings("\n"));
    }
}
