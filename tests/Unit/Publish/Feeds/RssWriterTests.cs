using System.Xml.Linq;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Xunit;
using static Ingestion.Unit.Tests.Publish.Feeds.FeedSamples;

namespace Ingestion.Unit.Tests.Publish.Feeds;

public sealed class RssWriterTests
{
    private static readonly XNamespace DublinCore = RssRules.DublinCore;
    private static readonly XNamespace Media = RssRules.Media;

    [Fact]
    public void A_channel_says_what_it_has_and_where_it_goes_on()
    {
        var channel = Write(Page(Full) with { Filter = new ReaderFilter(Source: "demo", Language: "en") });

        Assert.Equal("Articles · demo · en", channel.Element("title")?.Value);
        Assert.Equal("https://articles.example/read/sources/demo?language=en", channel.Element("link")?.Value);
        Assert.Equal("en", channel.Element("language")?.Value);
        Assert.Equal("Sat, 14 Mar 2026 08:30:00 GMT", channel.Element("lastBuildDate")?.Value);
        Assert.Equal("https://articles.example/v1/feed.rss?source=demo&language=en", Link(channel, "self"));
        Assert.Equal("https://articles.example/v1/feed.rss?source=demo&language=en&before=7", Link(channel, "next"));
        Assert.Equal("https://articles.example/v1/feed.rss?source=demo&language=en&before=3", Link(channel, "last"));
        Assert.Equal("https://articles.example/v1/hub", Link(channel, "hub"));
    }

    [Fact]
    public void An_item_has_all_that_is_known()
    {
        var item = Write(Page(Full)).Element("item")!;

        Assert.Equal("Bread & <roses>", item.Element("title")?.Value);
        Assert.Equal($"https://articles.example/read/articles/{Id}", item.Element("link")?.Value);
        Assert.Equal($"urn:ingestion:article:{Id}", item.Element("guid")?.Value);
        Assert.Equal("Fri, 13 Mar 2026 23:00:00 GMT", item.Element("pubDate")?.Value);
        Assert.Equal("2026-03-14T08:30:00.000Z", item.Element(AtomRules.Atom + "updated")?.Value);
        Assert.Equal(["Ada", "Bo"], item.Elements(DublinCore + "creator").Select(creator => creator.Value));
        Assert.Equal(["Food", "Bread"], item.Elements("category").Select(category => category.Value));
        Assert.Equal("About bread", item.Element("description")?.Value);
        Assert.Equal("<p>Bread &amp; roses</p>", item.Element(RssRules.Content + "encoded")?.Value);
        Assert.Equal("en", item.Element(DublinCore + "language")?.Value);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", item.Element(DublinCore + "rights")?.Value);
        var image = item.Element(Media + "content")!;
        Assert.Equal(("https://news.example/bread.jpg?w=800", "image/jpeg"), (image.Attribute("url")?.Value, image.Attribute("type")?.Value));
        Assert.Equal("A loaf & a rose", image.Element(Media + "description")?.Value);
    }

    [Fact]
    public void What_cannot_be_carried_is_left_out_and_a_withdrawal_is_not_listed()
    {
        var channel = Write(Page(Bare, Withdrawn with { ArticleId = "1123456789abcdefghjkmnpqrs" }));

        Assert.Equal("abcd😀", Assert.Single(channel.Elements("item")).Element("title")?.Value);
    }

    [Fact]
    public void An_empty_channel_is_a_channel() => Assert.Empty(Write(Page()).Elements("item"));

    /// <summary>Every feed that these tests write keeps the rules.</summary>
    private static XElement Write(FeedPage page)
    {
        var rss = XDocument.Load(new MemoryStream(RssWriter.Write(page))).Root!;
        RssRules.Check(rss);
        return rss.Element("channel")!;
    }

    private static string? Link(XElement channel, string rel) =>
        channel.Elements(AtomRules.Atom + "link").Single(link => link.Attribute("rel")?.Value == rel).Attribute("href")?.Value;
}
