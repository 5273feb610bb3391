using System.Text.Json;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>What JSON Feed 1.1 requires.</summary>
internal static class JsonFeedRules
{
    private static readonly string[] FeedMembers =
    [
        "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "authors", "language",
        "expired", "hubs", "items",
    ];

    private static readonly string[] ItemMembers =
    [
        "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published",
        "date_modified", "authors", "tags", "language", "attachments",
    ];

    public static void Check(JsonElement feed)
    {
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        CheckMembers(feed, FeedMembers);
        Assert.NotEmpty(feed.GetProperty("title").GetString()!);
        foreach (var name in new[] { "home_page_url", "feed_url", "next_url" }) CheckUrl(feed, name);
        // Next to nothing else than itself, or a reader would go in circles.
        if (feed.TryGetProperty("next_url", out var next)) Assert.NotEqual(feed.GetProperty("feed_url").GetString(), next.GetString());
        if (feed.TryGetProperty("hubs", out var hubs))
        {
            foreach (var hub in hubs.EnumerateArray())
            {
                Assert.NotEmpty(hub.GetProperty("type").GetString()!);
                CheckUrl(hub, "url");
            }
        }
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        foreach (var item in items) CheckItem(item);
        Assert.Equal(items.Count, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
    }

    private static void CheckItem(JsonElement item)
    {
        CheckMembers(item, ItemMembers);
        Assert.NotEmpty(item.GetProperty("id").GetString()!);
        Assert.True(item.TryGetProperty("content_html", out _) || item.TryGetProperty("content_text", out _), "An item without content.");
        foreach (var name in new[] { "url", "external_url", "image" }) CheckUrl(item, name);
        foreach (var name in new[] { "date_published", "date_modified" })
            if (item.TryGetProperty(name, out var date)) Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", date.GetString());
        if (item.TryGetProperty("authors", out var authors))
            Assert.All(authors.EnumerateArray(), author => Assert.NotEmpty(author.GetProperty("name").GetString()!));
        if (item.TryGetProperty("tags", out var tags)) Assert.All(tags.EnumerateArray(), tag => Assert.NotEmpty(tag.GetString()!));
    }

    /// <summary>An extension's name begins with an underscore, and it is an object.</summary>
    private static void CheckMembers(JsonElement value, string[] allowed)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name.StartsWith('_')) Assert.Equal(JsonValueKind.Object, member.Value.ValueKind);
            else Assert.Contains(member.Name, allowed);
        }
    }

    private static void CheckUrl(JsonElement value, string name)
    {
        if (value.TryGetProperty(name, out var url)) Assert.True(Uri.IsWellFormedUriString(url.GetString(), UriKind.Absolute), $"{name} is '{url}'.");
    }
}
