using System.Globalization;
using System.Xml.Linq;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>
/// What the RSS 2.0 specification (2.0.11) requires, and what the RSS Advisory Board's profile recommends. There is no schema of RSS 2.0
/// to check against.
/// </summary>
internal static class RssRules
{
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

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
        Assert.Empty(channel.Attributes());
        CheckElements(channel, ChannelElements, repeated: ["category", "item"]);
        foreach (var name in new[] { "title", "link", "description" }) Assert.Single(channel.Elements(name));
        UrlRules.Check(channel.Element("link")!.Value);
        UrlRules.Check(channel.Element("docs")!.Value);
        if (channel.Element("language") is { } language) CheckLanguage(language.Value);
        if (channel.Element("lastBuildDate") is { } built) CheckDate(built.Value);
        // The profile: a channel says where it is; RFC 5005: a link of a kind once.
        Assert.Single(Links(channel), link => link.Attribute("rel")?.Value == "self");
        Assert.Equal(Links(channel).Count(), Links(channel).Select(link => link.Attribute("rel")!.Value).Distinct().Count());
        foreach (var link in Links(channel)) UrlRules.Check(link.Attribute("href")!.Value);
        var items = channel.Elements("item").ToList();
        foreach (var item in items) CheckItem(item);
        Assert.Equal(items.Count, items.Select(item => item.Element("guid")!.Value).Distinct().Count());
        // Nothing says nothing: an element that is there has a text, elements in it, or attributes that are all there is to it.
        Assert.All(rss.Descendants(), element => Assert.True(
            element.HasElements || element.Value.Trim().Length > 0 || element.Name == AtomRules.Atom + "link" || element.Name == Media + "content",
            $"<{element.Name}> is empty."));
    }

    private static void CheckItem(XElement item)
    {
        Assert.Empty(item.Attributes());
        CheckElements(item, ItemElements, repeated: ["category"]);
        Assert.Single(item.Elements("title"));
        UrlRules.Check(item.Element("link")!.Value);
        // Any string, unless it says that it is a URL, which it does by saying nothing.
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")?.Value);
        CheckDate(item.Element("pubDate")!.Value);
        // RSS's author is an e-mail address; the profile has dc:creator for names.
        Assert.Null(item.Element("author"));
        Assert.NotEmpty(item.Elements(DublinCore + "creator"));
        if (item.Element(DublinCore + "language") is { } language) CheckLanguage(language.Value);
        Assert.InRange(item.Elements(Content + "encoded").Count(), 0, 1);
        // The profile: a description before content:encoded, so that the one is not taken for the other.
        Assert.True(!item.Elements(Content + "encoded").Any() || item.Element("description") is not { } description
            || description.IsBefore(item.Element(Content + "encoded")!));
        foreach (var media in item.Elements(Media + "content")) UrlRules.Check(media.Attribute("url")!.Value);
    }

    private static void CheckElements(XElement parent, string[] allowed, string[] repeated)
    {
        foreach (var group in parent.Elements().Where(element => element.Name.NamespaceName.Length == 0).GroupBy(element => element.Name.LocalName))
        {
            Assert.Contains(group.Key, allowed);
            if (!repeated.Contains(group.Key)) Assert.Single(group);
        }
    }

    private static IEnumerable<XElement> Links(XElement channel) => channel.Elements(AtomRules.Atom + "link");

    private static void CheckLanguage(string text) => Assert.Matches("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", text);

    /// <summary>RFC 822 with four digits for the year; the day of the week has to be that of the date.</summary>
    private static void CheckDate(string text) => Assert.True(
        DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        $"'{text}' is no date of RFC 822.");
}
