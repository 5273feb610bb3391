using System.Text.Json;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>Everything that JSON Feed 1.1 requires (jsonfeed.org/version/1.1), and what it calls strongly recommended.</summary>
internal static class JsonFeedRules
{
    private static readonly Dictionary<string, JsonValueKind> FeedMembers = new()
    {
        ["version"] = JsonValueKind.String,
        ["title"] = JsonValueKind.String,
        ["home_page_url"] = JsonValueKind.String,
        ["feed_url"] = JsonValueKind.String,
        ["description"] = JsonValueKind.String,
        ["user_comment"] = JsonValueKind.String,
        ["next_url"] = JsonValueKind.String,
        ["icon"] = JsonValueKind.String,
        ["favicon"] = JsonValueKind.String,
        ["authors"] = JsonValueKind.Array,
        ["language"] = JsonValueKind.String,
        ["expired"] = JsonValueKind.True,
        ["hubs"] = JsonValueKind.Array,
        ["items"] = JsonValueKind.Array,
    };

    private static readonly Dictionary<string, JsonValueKind> ItemMembers = new()
    {
        ["id"] = JsonValueKind.String,
        ["url"] = JsonValueKind.String,
        ["external_url"] = JsonValueKind.String,
        ["title"] = JsonValueKind.String,
        ["content_html"] = JsonValueKind.String,
        ["content_text"] = JsonValueKind.String,
        ["summary"] = JsonValueKind.String,
        ["image"] = JsonValueKind.String,
        ["banner_image"] = JsonValueKind.String,
        ["date_published"] = JsonValueKind.String,
        ["date_modified"] = JsonValueKind.String,
        ["authors"] = JsonValueKind.Array,
        ["tags"] = JsonValueKind.Array,
        ["language"] = JsonValueKind.String,
        ["attachments"] = JsonValueKind.Array,
    };

    private static readonly Dictionary<string, JsonValueKind> AuthorMembers =
        new() { ["name"] = JsonValueKind.String, ["url"] = JsonValueKind.String, ["avatar"] = JsonValueKind.String };

    private static readonly Dictionary<string, JsonValueKind> HubMembers =
        new() { ["type"] = JsonValueKind.String, ["url"] = JsonValueKind.String };

    public static void Check(JsonElement feed)
    {
        CheckMembers(feed, FeedMembers, required: ["version", "title", "home_page_url", "feed_url", "items"]);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        foreach (var name in new[] { "home_page_url", "feed_url", "next_url" }) CheckUrl(feed, name);
        // "MUST NOT be the same as feed_url", or a reader would go in circles.
        if (feed.TryGetProperty("next_url", out var next)) Assert.NotEqual(feed.GetProperty("feed_url").GetString(), next.GetString());
        CheckLanguage(feed);
        if (feed.TryGetProperty("hubs", out var hubs))
        {
            foreach (var hub in hubs.EnumerateArray())
            {
                CheckMembers(hub, HubMembers, required: ["type", "url"]);
                CheckUrl(hub, "url");
            }
        }
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        foreach (var item in items) CheckItem(item);
        Assert.Equal(items.Count, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
    }

    private static void CheckItem(JsonElement item)
    {
        CheckMembers(item, ItemMembers, required: ["id"], mayBeEmpty: ["content_html", "content_text"]);
        Assert.True(item.TryGetProperty("content_html", out _) || item.TryGetProperty("content_text", out _), "An item without content.");
        foreach (var name in new[] { "url", "external_url", "image" }) CheckUrl(item, name);
        CheckLanguage(item);
        foreach (var name in new[] { "date_published", "date_modified" })
            if (item.TryGetProperty(name, out var date)) Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", date.GetString());
        if (item.TryGetProperty("authors", out var authors))
        {
            foreach (var author in authors.EnumerateArray())
            {
                CheckMembers(author, AuthorMembers, required: []);
                Assert.NotEmpty(author.EnumerateObject());
            }
        }
        if (item.TryGetProperty("tags", out var tags)) Assert.All(tags.EnumerateArray(), tag => Assert.NotEmpty(tag.GetString()!.Trim()));
    }

    /// <summary>An extension's name begins with an underscore and a letter, and it is an object.</summary>
    private static void CheckMembers(
        JsonElement value, Dictionary<string, JsonValueKind> allowed, string[] required, params string[] mayBeEmpty)
    {
        Assert.Equal(JsonValueKind.Object, value.ValueKind);
        var names = value.EnumerateObject().Select(member => member.Name).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(required, name => Assert.Contains(name, names));
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name.StartsWith('_'))
            {
                Assert.Matches("^_[A-Za-z]", member.Name);
                Assert.Equal(JsonValueKind.Object, member.Value.ValueKind);
                continue;
            }
            Assert.Equal((member.Name, allowed.GetValueOrDefault(member.Name)), (member.Name, member.Value.ValueKind));
            if (member.Value.ValueKind == JsonValueKind.String && !mayBeEmpty.Contains(member.Name))
                Assert.True(member.Value.GetString()!.Trim().Length > 0, $"{member.Name} is empty.");
        }
    }

    private static void CheckLanguage(JsonElement value)
    {
        if (value.TryGetProperty("language", out var language)) Assert.Matches("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", language.GetString());
    }

    private static void CheckUrl(JsonElement value, string name)
    {
        if (value.TryGetProperty(name, out var url)) UrlRules.Check(url.GetString()!);
    }
}
