using Ingestion.Contracts;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Ingestion.Storage;

namespace Ingestion.Unit.Tests.Publish.Feeds;

internal static class FeedSamples
{
    public const string Id = "0123456789abcdefghjkmnpqrs";

    public static readonly DateTimeOffset Published = new(2026, 3, 14, 8, 30, 0, TimeSpan.Zero);

    public static FeedPage Page(params PublishedArticle[] articles) => new()
    {
        SiteName = "Articles",
        Root = new Uri("https://articles.example/"),
        Filter = new ReaderFilter(),
        Articles = articles,
        NextBefore = 7,
        LastBefore = 3,
        Hub = new FeedHub("v1/hub"),
    };

    /// <summary>An article with something in everything that feeds carry.</summary>
    public static PublishedArticle Full { get; } = Of(new CleanedArticle
    {
        Title = "Bread & <roses>",
        Standfirst = "About bread",
        Authors = ["Ada", "Bo"],
        PublishedAt = new ArticleTime(new DateOnly(2026, 3, 14), new TimeOnly(0, 0), TimeSpan.FromHours(1)),
        Publisher = "The Gazette",
        Section = "Food",
        Tags = ["food", "Bread", ""],
        CanonicalUrl = "https://news.example/bread",
        Licence = "https://creativecommons.org/licenses/by/4.0/",
        LeadImage = new ArticleImage("https://news.example/bread.jpg?w=800", "A loaf", "A loaf & a rose"),
        BodyHtml = "<p>Bread &amp; roses</p>",
        BodyText = "Bread & roses",
        WordCount = 2,
        WordsRemoved = 0,
        Pollution = 0,
        Charset = "utf-8",
        RuleSetVersion = "1",
    });

    /// <summary>One with nothing but what must be, and characters that no format carries.</summary>
    public static PublishedArticle Bare { get; } = Of(Full.Article! with
    {
        Title = "a\0b\ud800c\uffffd😀",
        Standfirst = null,
        Authors = [],
        PublishedAt = null,
        Publisher = null,
        Section = null,
        Tags = [],
        CanonicalUrl = "javascript:alert(1)",
        Licence = "All rights\u0001 reserved",
        LeadImage = null,
        BodyHtml = "\u0000",
    }) with
    { Language = "und" };

    public static PublishedArticle Withdrawn { get; } = Full with { Version = 2, Sequence = 8, Article = null, Enrichment = null };

    public static PublishedArticle Of(CleanedArticle article) => new()
    {
        ArticleId = Id,
        Version = 1,
        Source = "demo",
        Language = "en",
        Topics = ArticleTopics.Of(article),
        ReceivedAt = Published,
        PublishedAt = Published,
        FirstPublishedAt = Published,
        IsCurrent = true,
        Sequence = 1,
        Article = article,
        Enrichment = new Enrichment
        {
            Language = "en",
            LanguageConfidence = 1,
            Script = "Latn",
            ReadingSeconds = 1,
            Fingerprint = "0000000000000000",
        },
    };
}
