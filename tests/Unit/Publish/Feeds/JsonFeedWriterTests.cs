using System.Text.Json;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Xunit;
using static Ingestion.Unit.Tests.Publish.Feeds.FeedSamples;

namespace Ingestion.Unit.Tests.Publish.Feeds;

public sealed class JsonFeedWriterTests
{
    [Fact]
    public void A_feed_says_what_it_has_and_where_it_goes_on()
    {
        var feed = Write(Page(Full) with { Filter = new ReaderFilter(Topic: "bread", Language: "en") });

        Assert.Equal("Articles · en · bread", Text(feed, "title"));
        Assert.Equal("https://articles.example/read/topics/bread?language=en", Text(feed, "home_page_url"));
        Assert.Equal("https://articles.example/v1/feed.json?language=en&topic=bread", Text(feed, "feed_url"));
        Assert.Equal("https://articles.example/v1/feed.json?language=en&topic=bread&before=7", Text(feed, "next_url"));
        Assert.Equal("en", Text(feed, "language"));
        var hub = Assert.Single(feed.GetProperty("hubs").EnumerateArray());
        Assert.Equal(("WebSub", "https://articles.example/v1/hub"), (Text(hub, "type"), Text(hub, "url")));
        Assert.False(feed.TryGetProperty("expired", out _));
    }

    [Fact]
    public void The_last_page_leads_nowhere_and_without_a_hub_none_is_named()
    {
        var feed = Write(Page(Full) with { NextBefore = null, Hub = null });

        Assert.False(feed.TryGetProperty("next_url", out _));
        Assert.False(feed.TryGetProperty("hubs", out _));
    }

    [Fact]
    public void An_item_has_all_that_is_known()
    {
        var item = Item(Write(Page(Full)));

        Assert.Equal($"urn:ingestion:article:{Id}", Text(item, "id"));
        Assert.Equal($"https://articles.example/read/articles/{Id}", Text(item, "url"));
        Assert.Equal("https://news.example/bread", Text(item, "external_url"));
        Assert.Equal("Bread & <roses>", Text(item, "title"));
        Assert.Equal("<p>Bread &amp; roses</p>", Text(item, "content_html"));
        Assert.Equal("Bread & roses", Text(item, "content_text"));
        Assert.Equal("About bread", Text(item, "summary"));
        Assert.Equal("https://news.example/bread.jpg?w=800", Text(item, "image"));
        Assert.Equal("2026-03-13T23:00:00Z", Text(item, "date_published"));
        Assert.Equal("2026-03-14T08:30:00Z", Text(item, "date_modified"));
        Assert.Equal(["Ada", "Bo"], item.GetProperty("authors").EnumerateArray().Select(author => Text(author, "name")));
        Assert.Equal(["Food", "Bread"], item.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal("en", Text(item, "language"));
        var extension = item.GetProperty("_ingestion");
        Assert.Equal((1, false), (extension.GetProperty("version").GetInt32(), extension.GetProperty("withdrawn").GetBoolean()));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", Text(extension, "licence"));
    }

    [Fact]
    public void A_withdrawn_item_says_so_in_the_place_of_its_text()
    {
        var item = Item(Write(Page(Withdrawn)));

        Assert.Equal($"urn:ingestion:article:{Id}", Text(item, "id"));
        Assert.Equal("This article was withdrawn.", Text(item, "content_text"));
        Assert.Equal("2026-03-14T08:30:00Z", Text(item, "date_modified"));
        Assert.True(item.GetProperty("_ingestion").GetProperty("withdrawn").GetBoolean());
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var item = Item(Write(Page(Bare)));

        foreach (var name in new[] { "external_url", "summary", "image", "tags", "language" }) Assert.False(item.TryGetProperty(name, out _), name);
        Assert.Equal("demo", Text(Assert.Single(item.GetProperty("authors").EnumerateArray()), "name"));
    }

    /// <summary>Every feed that these tests write keeps the rules.</summary>
    private static JsonElement Write(FeedPage page)
    {
        var feed = JsonDocument.Parse(JsonFeedWriter.Write(page)).RootElement;
        JsonFeedRules.Check(feed);
        return feed;
    }

    private static JsonElement Item(JsonElement feed) => Assert.Single(feed.GetProperty("items").EnumerateArray());

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();
}
