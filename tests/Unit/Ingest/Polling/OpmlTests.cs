using System.Text;
using Ingestion.Ingest.Polling.Opml;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Polling;

public class OpmlTests
{
    [Fact]
    public void Folders_are_flattened_and_a_feed_is_taken_once()
    {
        var feeds = Read("""
            <?xml version="1.0"?><!DOCTYPE opml SYSTEM "http://127.0.0.1:9/x.dtd"><opml version="1.0"><body>
            <outline text="News"><outline text="A &amp; B" type="rss" xmlUrl=" https://a.example/feed "/>
            <outline><outline title="C" text="c" XMLURL="https://c.example/feed"/></outline></outline>
            <outline xmlUrl="https://a.example/feed"/><outline text="A note"/></body></opml>
            """);

        Assert.Equal([new OpmlFeed("https://a.example/feed", "A & B"), new OpmlFeed("https://c.example/feed", "C")], feeds);
    }

    [Theory]
    [InlineData("<rss/>", "Its root element is 'rss', not 'opml'.")]
    [InlineData("<opml><body/></opml>", "It has no outline with an xmlUrl.")]
    [InlineData("<opml><body>", "It is not well-formed")]
    [InlineData("", "It is not well-formed")]
    public void What_is_no_list_is_named(string document, string error) =>
        Assert.StartsWith(error, Assert.Throws<OpmlException>(() => Read(document)).Message, StringComparison.Ordinal);

    [Fact]
    public void Entities_are_not_expanded()
    {
        const string Bomb = "<!DOCTYPE opml [<!ENTITY a \"aaaa\">]><opml><body><outline xmlUrl=\"https://a.example/&a;\"/></body></opml>";

        Assert.Throws<OpmlException>(() => Read(Bomb));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var feed = new PolledFeed
        {
            SourceId = "a",
            Settings = new FeedSettings { Url = "https://a.example/feed?x=1&y=<2>" },
            Revision = 1,
            CreatedAt = default,
            UpdatedAt = default,
            Polls = new FeedPolls { Title = "A “quoted” & <tagged> title" },
        };

        var read = Assert.Single(Read(OpmlDocument.Write([feed]).ToString()));

        Assert.Equal(new OpmlFeed(feed.Settings.Url, feed.Polls.Title), read);
    }

    [Theory]
    [InlineData("The Harbour — News!", "the-harbour-news")]
    [InlineData("人民日报", "人民日报")]
    [InlineData(null, "news-example")]
    [InlineData("!!!", "news-example")]
    public void A_source_is_named_for_the_title_or_the_host(string? title, string id) =>
        Assert.Equal(id, SourceName.Of(new OpmlFeed("https://news.example/feed", title)));

    private static IReadOnlyList<OpmlFeed> Read(string document) => OpmlDocument.Read(new MemoryStream(Encoding.UTF8.GetBytes(document)));
}
