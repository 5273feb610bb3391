using System.Text.Json;
using System.Xml.Linq;
using FsCheck.Xunit;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>Whatever an article has in it, the feeds that carry it are valid.</summary>
public sealed class HostileFeedTests
{
    public static TheoryData<string> Names => [.. HostileArticles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_article_makes_no_feed_invalid(string name)
    {
        var (atom, rss, json) = Write(FeedSamples.Page(HostileArticles.All[name]));

        // The three say the same of it.
        var title = atom.Element(AtomRules.Atom + "entry")!.Element(AtomRules.Atom + "title")!.Value;
        Assert.Equal(title, rss.Element("item")!.Element("title")!.Value);
        Assert.Equal(title, json.GetProperty("items")[0].GetProperty("title").GetString()!.Replace("\r\n", "\n").Replace('\r', '\n'));
    }

    [Fact]
    public void All_of_them_together_make_none_invalid_with_withdrawn_ones_among_them()
    {
        var articles = HostileArticles.All.Values.SelectMany(
            article => new[] { article, FeedSamples.Withdrawn with { ArticleId = $"w{article.ArticleId}" } });

        var (atom, rss, json) = Write(FeedSamples.Page([.. articles]));

        Assert.Equal(HostileArticles.All.Count, atom.Elements(AtomRules.Tombstones + "deleted-entry").Count());
        Assert.Equal(HostileArticles.All.Count, rss.Elements("item").Count());
        Assert.Equal(2 * HostileArticles.All.Count, json.GetProperty("items").GetArrayLength());
    }

    [Property(MaxTest = 500)]
    public void No_text_makes_a_feed_invalid(string? title, string? text, string? name, string? search)
    {
        var article = FeedSamples.Full.Article! with
        {
            Title = title ?? "",
            Standfirst = text,
            Authors = [name ?? ""],
            Publisher = name,
            Tags = [name ?? "", text ?? ""],
            Licence = text,
            CanonicalUrl = $"https://news.example/{title}",
            BodyHtml = text ?? "",
            BodyText = text ?? "",
        };

        Write(FeedSamples.Page(FeedSamples.Of(article)) with { Filter = new ReaderFilter(Search: search, Topic: name) });
    }

    private static (XElement Atom, XElement Rss, JsonElement Json) Write(FeedPage page)
    {
        var atom = XDocument.Load(new MemoryStream(AtomWriter.Write(page))).Root!;
        AtomRules.Check(atom);
        var rss = XDocument.Load(new MemoryStream(RssWriter.Write(page))).Root!;
        RssRules.Check(rss);
        var json = JsonDocument.Parse(JsonFeedWriter.Write(page)).RootElement;
        JsonFeedRules.Check(json);
        return (atom, rss.Element("channel")!, json);
    }
}
