using System.Globalization;
using System.Xml.Linq;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>What the RSS 2.0 specification requires, and what the RSS Board's profile recommends.</summary>
internal static class RssRules
{
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private static readonly string[] ChannelElements =
    [
        "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "category",
        "generator", "docs", "cloud", "ttl", "image", "textInput", "skipHours", "skipDays", "item",
    ];

    private static readonly string[] ItemElements =
        ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];

    public static void Check(XElement rss)
    {
        Assert.Equal(("rss", "2.0"), (rss.Name.ToString(), rss.Attribute("version")?.Value));
        var channel = Assert.Single(rss.Elements());
        Assert.Equal("channel", channel.Name.ToString());
        CheckElements(channel, ChannelElements, repeated: ["category", "item"]);
        foreach (var name in new[] { "title", "link", "description" }) Assert.NotEmpty(Assert.Single(channel.Elements(name)).Value);
        CheckUrl(channel.Element("link")!.Value);
        if (channel.Element("lastBuildDate") is { } built) CheckDate(built.Value);
        Assert.Single(channel.Elements(AtomRules.Atom + "link"), link => link.Attribute("rel")?.Value == "self");
        var items = channel.Elements("item").ToList();
        foreach (var item in items) CheckItem(item);
        Assert.Equal(items.Count, items.Select(item => item.Element("guid")!.Value).Distinct().Count());
    }

    private static void CheckItem(XElement item)
    {
        CheckElements(item, ItemElements, repeated: ["category"]);
        Assert.NotEmpty(item.Element("title")!.Value);
        CheckUrl(item.Element("link")!.Value);
        Assert.NotEmpty(item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")?.Value);
        CheckDate(item.Element("pubDate")!.Value);
        Assert.InRange(item.Elements(Content + "encoded").Count(), 0, 1);
        // The profile: a description before content:encoded, so that the one is not taken for the other.
        Assert.True(!item.Elements(Content + "encoded").Any() || item.Element("description") is not { } description
            || description.IsBefore(item.Element(Content + "encoded")!));
    }

    private static void CheckElements(XElement parent, string[] allowed, string[] repeated)
    {
        foreach (var group in parent.Elements().Where(element => element.Name.NamespaceName.Length == 0).GroupBy(element => element.Name.LocalName))
        {
            Assert.Contains(group.Key, allowed);
            if (!repeated.Contains(group.Key)) Assert.Single(group);
        }
    }

    private static void CheckUrl(string text) => Assert.True(Uri.IsWellFormedUriString(text, UriKind.Absolute), $"'{text}' is no absolute URL.");

    private static void CheckDate(string text) => Assert.True(
        DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        $"'{text}' is no date of RFC 822.");
}
