using System.Globalization;
using System.Xml.Linq;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>What the schema of RFC 4287 (appendix B) and its text require of a feed, and RFC 6721 of a tombstone.</summary>
internal static class AtomRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private static readonly string[] FeedElements =
        ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];

    private static readonly string[] EntryElements =
        ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];

    private static readonly string[] TextTypes = ["text", "html"];
    private static readonly string[] LinkAttributes = ["rel", "type", "href"];

    public static void Check(XElement feed)
    {
        Assert.Equal(Atom + "feed", feed.Name);
        Check(feed, FeedElements, once: ["generator", "icon", "id", "logo", "rights", "subtitle", "title", "updated"], required: ["id", "title", "updated"]);
        Assert.Single(Links(feed, "self"));
        // RFC 5005, 3: a document of a paged feed has one of each at most.
        foreach (var rel in new[] { "first", "previous", "next", "last" }) Assert.InRange(Links(feed, rel).Count(), 0, 1);
        var entries = feed.Elements(Atom + "entry").ToList();
        foreach (var entry in entries) CheckEntry(entry, feed);
        foreach (var deleted in feed.Elements(Tombstones + "deleted-entry"))
        {
            // The schema has foreign markup in front of the entries, and nowhere else.
            Assert.Empty(deleted.ElementsBeforeSelf(Atom + "entry"));
            UrlRules.Check(deleted.Attribute("ref")!.Value);
            CheckInstant(deleted.Attribute("when")!.Value);
        }
        // An entry and its tombstone do not stand in one feed; neither does an entry twice with the same time (4.1.1).
        var ids = entries.Select(entry => entry.Element(Atom + "id")!.Value)
            .Concat(feed.Elements(Tombstones + "deleted-entry").Select(deleted => deleted.Attribute("ref")!.Value)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static void CheckEntry(XElement entry, XElement feed)
    {
        Check(
            entry, EntryElements, once: ["content", "id", "published", "rights", "source", "summary", "title", "updated"],
            required: ["id", "title", "updated"]);
        Assert.True(entry.Elements(Atom + "author").Any() || feed.Elements(Atom + "author").Any(), "An entry without an author (4.1.2).");
        Assert.True(
            entry.Element(Atom + "content") is not null || Links(entry, "alternate").Any(), "An entry without content or alternate (4.1.2).");
    }

    private static void Check(XElement parent, string[] allowed, string[] once, string[] required)
    {
        foreach (var element in parent.Elements().Where(element => element.Name.Namespace == Atom))
        {
            Assert.Contains(element.Name.LocalName, allowed);
            switch (element.Name.LocalName)
            {
                case "id":
                    UrlRules.Check(element.Value);
                    break;
                case "updated" or "published":
                    CheckInstant(element.Value);
                    break;
                case "author":
                    Assert.NotEmpty(Assert.Single(element.Elements(Atom + "name")).Value.Trim());
                    break;
                case "category":
                    Assert.NotEmpty(element.Attribute("term")!.Value.Trim());
                    break;
                case "title" or "summary" or "rights" or "content":
                    Assert.Contains(element.Attribute("type")?.Value ?? "text", TextTypes);
                    Assert.Empty(element.Elements());
                    break;
                case "link":
                    CheckLink(element);
                    break;
            }
        }
        foreach (var name in once) Assert.InRange(parent.Elements(Atom + name).Count(), 0, 1);
        foreach (var name in required) Assert.Single(parent.Elements(Atom + name));
        Assert.NotEmpty(parent.Element(Atom + "title")!.Value.Trim());
        // At most one alternate of a type and language (4.1.1, 4.1.2).
        Assert.InRange(Links(parent, "alternate").Count(), 0, 1);
    }

    private static void CheckLink(XElement link)
    {
        UrlRules.Check(link.Attribute("href")!.Value);
        if (link.Attribute("type") is { } type) Assert.Matches("^[a-z]+/[a-z0-9.+-]+$", type.Value);
        Assert.All(link.Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, LinkAttributes));
    }

    private static IEnumerable<XElement> Links(XElement parent, string rel) =>
        parent.Elements(Atom + "link").Where(link => (link.Attribute("rel")?.Value ?? "alternate") == rel);

    private static void CheckInstant(string text) => Assert.True(
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        $"'{text}' is no date of RFC 3339 (3.3).");
}
