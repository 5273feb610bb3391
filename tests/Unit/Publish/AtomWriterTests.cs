using System.Xml.Linq;
using Ingestion.Contracts;
using Ingestion.Publish.Feeds;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Unit.Tests.Publish;

public sealed class AtomWriterTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Uri Root = new("https://articles.example/");
    private static readonly DateTimeOffset Published = new(2026, 3, 14, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_feed_has_what_RFC_4287_requires()
    {
        var feed = Write([Article()], "demo", "en");

        Assert.Equal("urn:ingestion:feed:source=demo:language=en", feed.Element(Atom + "id")?.Value);
        Assert.Equal("Articles · demo · en", feed.Element(Atom + "title")?.Value);
        Assert.Equal("2026-03-14T08:30:00.000Z", feed.Element(Atom + "updated")?.Value);
        Assert.Equal("https://articles.example/v1/feed.atom?source=demo&language=en", Link(feed, "self"));
        Assert.Equal("https://articles.example/?source=demo&language=en", Link(feed, "alternate"));
    }

    [Fact]
    public void An_entry_has_what_RFC_4287_requires()
    {
        var entry = Write([Article()]).Element(Atom + "entry")!;

        Assert.Equal("urn:ingestion:article:0123456789abcdefghjkmnpqrs", entry.Element(Atom + "id")?.Value);
        Assert.Equal("Bread & <roses>", entry.Element(Atom + "title")?.Value);
        Assert.Equal("2026-03-14T08:30:00.000Z", entry.Element(Atom + "updated")?.Value);
        Assert.Equal("2026-03-13T23:00:00.000Z", entry.Element(Atom + "published")?.Value);
        Assert.Equal(["Ada", "Bo"], entry.Elements(Atom + "author").Select(author => author.Element(Atom + "name")?.Value));
        Assert.Equal("https://articles.example/articles/0123456789abcdefghjkmnpqrs", Link(entry, "alternate"));
        Assert.Equal("https://news.example/bread", Link(entry, "via"));
        Assert.Equal(("html", "<p>Bread &amp; roses</p>"), (entry.Element(Atom + "content")?.Attribute("type")?.Value, entry.Element(Atom + "content")?.Value));
        Assert.Equal("en", entry.Attribute(XNamespace.Xml + "lang")?.Value);
    }

    [Fact]
    public void Where_no_author_is_named_the_publisher_is_and_else_the_source()
    {
        var article = Article();

        Assert.Equal("The Gazette", Author(article with { Article = article.Article! with { Authors = [], Publisher = "The Gazette" } }));
        Assert.Equal("demo", Author(article with { Article = article.Article with { Authors = [], Publisher = null } }));
    }

    [Fact]
    public void Characters_that_XML_cannot_carry_are_left_out()
    {
        var article = Article();

        var entry = Write([article with { Article = article.Article! with { Title = "a\0b\ud800c\uffffd😀" } }]).Element(Atom + "entry")!;

        Assert.Equal("abcd😀", entry.Element(Atom + "title")?.Value);
    }

    [Fact]
    public void An_empty_feed_is_a_feed() => Assert.Equal("1970-01-01T00:00:00.000Z", Write([]).Element(Atom + "updated")?.Value);

    private static string? Author(PublishedArticle article) =>
        Write([article]).Element(Atom + "entry")?.Element(Atom + "author")?.Element(Atom + "name")?.Value;

    private static XElement Write(IReadOnlyList<PublishedArticle> articles, string? source = null, string? language = null) =>
        XDocument.Load(new MemoryStream(AtomWriter.Write(articles, Root, source, language))).Root!;

    private static string? Link(XElement parent, string rel) =>
        parent.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == rel).Attribute("href")?.Value;

    private static PublishedArticle Article() => new()
    {
        ArticleId = "0123456789abcdefghjkmnpqrs",
        Version = 1,
        Source = "demo",
        ReceivedAt = Published,
        PublishedAt = Published,
        FirstPublishedAt = Published,
        IsCurrent = true,
        Sequence = 1,
        Article = new CleanedArticle
        {
            Title = "Bread & <roses>",
            Authors = ["Ada", "Bo"],
            PublishedAt = new ArticleTime(new DateOnly(2026, 3, 14), new TimeOnly(0, 0), TimeSpan.FromHours(1)),
            CanonicalUrl = "https://news.example/bread",
            BodyHtml = "<p>Bread &amp; roses</p>",
            BodyText = "Bread & roses",
            WordCount = 2,
            WordsRemoved = 0,
            Pollution = 0,
            Charset = "utf-8",
            RuleSetVersion = "1",
        },
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
