using System.Xml.Linq;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Ingestion.Storage;
using Xunit;
using static Ingestion.Unit.Tests.Publish.Feeds.FeedSamples;

namespace Ingestion.Unit.Tests.Publish.Feeds;

public sealed class AtomWriterTests
{
    private static readonly XNamespace Atom = AtomRules.Atom;

    [Fact]
    public void A_feed_says_what_it_has_and_where_it_goes_on()
    {
        var feed = Write(Page(Full) with { Filter = new ReaderFilter("demo", "en", "the river", "bread & roses") });

        Assert.Equal("urn:ingestion:feed:source=demo:language=en:topic=the%20river:search=bread%20%26%20roses", feed.Element(Atom + "id")?.Value);
        Assert.Equal("Articles · demo · en · the river · “bread & roses”", feed.Element(Atom + "title")?.Value);
        Assert.Equal("2026-03-14T08:30:00.000Z", feed.Element(Atom + "updated")?.Value);
        const string Query = "?source=demo&language=en&topic=the%20river&search=bread%20%26%20roses";
        Assert.Equal($"https://articles.example/v1/feed.atom{Query}", Link(feed, "self"));
        Assert.Equal($"https://articles.example/v1/feed.atom{Query}", Link(feed, "first"));
        Assert.Equal($"https://articles.example/v1/feed.atom{Query}&before=7", Link(feed, "next"));
        Assert.Equal($"https://articles.example/v1/feed.atom{Query}&before=3", Link(feed, "last"));
        Assert.Null(Link(feed, "previous"));
        Assert.Equal("https://articles.example/v1/hub", Link(feed, "hub"));
        Assert.Equal($"https://articles.example/read{Query}", Link(feed, "alternate"));
    }

    [Fact]
    public void A_later_page_links_to_itself_the_first_and_the_one_before()
    {
        var feed = Write(Page(Full) with { Before = 9, PreviousBefore = 12, NextBefore = null, LastBefore = 9, Hub = null });

        Assert.Equal("https://articles.example/v1/feed.atom?before=9", Link(feed, "self"));
        Assert.Equal("https://articles.example/v1/feed.atom", Link(feed, "first"));
        Assert.Equal("https://articles.example/v1/feed.atom?before=12", Link(feed, "previous"));
        Assert.Equal("https://articles.example/v1/feed.atom?before=9", Link(feed, "last"));
        Assert.Null(Link(feed, "next"));
        Assert.Null(Link(feed, "hub"));
        Assert.Equal("urn:ingestion:feed", feed.Element(Atom + "id")?.Value);
    }

    [Fact]
    public void The_second_page_leads_back_to_the_first_by_its_own_address() =>
        Assert.Equal("https://articles.example/v1/feed.atom", Link(Write(Page(Full) with { Before = 9 }), "previous"));

    [Fact]
    public void A_feed_of_one_page_has_no_last() => Assert.Null(Link(Write(Page(Full) with { NextBefore = null }), "last"));

    [Fact]
    public void An_entry_has_all_that_is_known()
    {
        var entry = Write(Page(Full)).Element(Atom + "entry")!;

        Assert.Equal($"urn:ingestion:article:{Id}", entry.Element(Atom + "id")?.Value);
        Assert.Equal("Bread & <roses>", entry.Element(Atom + "title")?.Value);
        Assert.Equal("2026-03-14T08:30:00.000Z", entry.Element(Atom + "updated")?.Value);
        Assert.Equal("2026-03-13T23:00:00.000Z", entry.Element(Atom + "published")?.Value);
        Assert.Equal(["Ada", "Bo"], entry.Elements(Atom + "author").Select(author => author.Element(Atom + "name")?.Value));
        Assert.Equal($"https://articles.example/read/articles/{Id}", Link(entry, "alternate"));
        Assert.Equal("https://news.example/bread", Link(entry, "via"));
        Assert.Equal("https://news.example/bread.jpg?w=800", Link(entry, "enclosure"));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", Link(entry, "license"));
        Assert.Equal(["Food", "Bread"], entry.Elements(Atom + "category").Select(category => category.Attribute("term")?.Value));
        Assert.Equal("About bread", entry.Element(Atom + "summary")?.Value);
        Assert.Equal(("html", "<p>Bread &amp; roses</p>"), (entry.Element(Atom + "content")?.Attribute("type")?.Value, entry.Element(Atom + "content")?.Value));
        Assert.Equal("en", entry.Attribute(XNamespace.Xml + "lang")?.Value);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var entry = Write(Page(Bare)).Element(Atom + "entry")!;

        Assert.Equal("abcd😀", entry.Element(Atom + "title")?.Value);
        Assert.Equal("All rights reserved", entry.Element(Atom + "rights")?.Value);
        Assert.Equal("2026-03-14T08:30:00.000Z", entry.Element(Atom + "published")?.Value);
        Assert.Null(Link(entry, "via"));
        Assert.Null(Link(entry, "enclosure"));
        Assert.Null(entry.Attribute(XNamespace.Xml + "lang"));
    }

    [Fact]
    public void Where_no_author_is_named_the_publisher_is_and_else_the_source()
    {
        Assert.Equal("The Gazette", Author(Full with { Article = Full.Article! with { Authors = [], Publisher = "The Gazette" } }));
        Assert.Equal("demo", Author(Full with { Article = Full.Article! with { Authors = [], Publisher = null } }));
    }

    [Fact]
    public void A_withdrawal_is_a_tombstone()
    {
        var feed = Write(Page(Withdrawn));

        var deleted = Assert.Single(feed.Elements(AtomRules.Tombstones + "deleted-entry"));
        Assert.Equal($"urn:ingestion:article:{Id}", deleted.Attribute("ref")?.Value);
        Assert.Equal("2026-03-14T08:30:00.000Z", deleted.Attribute("when")?.Value);
        Assert.Empty(feed.Elements(Atom + "entry"));
    }

    [Fact]
    public void An_empty_feed_is_a_feed() => Assert.Equal("1970-01-01T00:00:00.000Z", Write(Page()).Element(Atom + "updated")?.Value);

    private static string? Author(PublishedArticle article) =>
        Write(Page(article)).Element(Atom + "entry")?.Element(Atom + "author")?.Element(Atom + "name")?.Value;

    /// <summary>Every feed that these tests write keeps the rules.</summary>
    private static XElement Write(FeedPage page)
    {
        var feed = XDocument.Load(new MemoryStream(AtomWriter.Write(page))).Root!;
        AtomRules.Check(feed);
        return feed;
    }

    private static string? Link(XElement parent, string rel) =>
        parent.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")?.Value == rel)?.Attribute("href")?.Value;
}
