using Ingestion.Ingest.Feeds.Discovery;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Feeds;

public sealed class FeedDiscoveryTests
{
    private const string Page = "https://a.example/dir/page";

    [Fact]
    public void Declared_feeds_come_in_order_with_those_of_comments_last()
    {
        var found = FeedDiscovery.Find(
            """
            <html><head><base href="/b/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link rel="stylesheet" type="text/css" href="s.css"><link rel=alternate type="application/atom+xml; charset=utf-8" href="atom.xml" title="All &amp; more">
            <link rel="ALTERNATE home" type="application/feed+json" href="https://b.example/f.json"><link rel="alternate" hreflang="de" href="/de">
            <link rel="alternate" type="application/json" href="/wp-json/pages/1"></head><body><a href="/rss">RSS</a>
            <script>var x = '<link rel="alternate" type="application/rss+xml" href="/no">';</script></body></html>
            """, Page);
        Assert.Equal(
            [
                new FeedCandidate("https://a.example/b/atom.xml", "All & more", "application/atom+xml; charset=utf-8"),
                new FeedCandidate("https://b.example/f.json", null, "application/feed+json"),
                new FeedCandidate("https://a.example/comments/feed", "Comments", "application/rss+xml"),
            ],
            found);
    }

    [Theory]
    [InlineData("/rss", true)]
    [InlineData("feed/", true)]
    [InlineData("/news/index.xml", true)]
    [InlineData("https://b.example/all.rss?x=1", true)]
    [InlineData("/?feed=rss2", true)]
    [InlineData("/feedback", false)]
    [InlineData("/about-rss.html", false)]
    [InlineData("javascript:rss", false)]
    [InlineData("mailto:rss@a.example", false)]
    public void Where_none_is_declared_links_that_look_like_feeds_are_found(string href, bool found) =>
        Assert.Equal(found, FeedDiscovery.Find($"<p><a href='{href}'>x</a>", Page).Count == 1);
}
