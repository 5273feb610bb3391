using System.Text;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Xunit;
using static Ingestion.Unit.Tests.Publish.Feeds.FeedSamples;

namespace Ingestion.Unit.Tests.Publish.Feeds.Schema;

/// <summary>Our Atom against the schema of RFC 4287, appendix B.</summary>
public sealed class AtomSchemaTests
{
    [Fact]
    public Task A_page_with_everything_is_valid() => CheckAsync(Page(Full) with
    {
        Filter = new ReaderFilter("demo", "en", "the river", "bread & roses"),
        Before = 9,
        PreviousBefore = 12,
    });

    [Fact]
    public Task An_article_of_which_little_is_known_is_valid() => CheckAsync(Page(Bare));

    [Fact]
    public Task An_empty_feed_is_valid() => CheckAsync(Page() with { NextBefore = null, Hub = null });

    [Fact]
    public Task Tombstones_between_entries_are_valid() =>
        CheckAsync(Page(Full, Withdrawn with { ArticleId = "1123456789abcdefghjkmnpqrs" }, Bare with { ArticleId = "2123456789abcdefghjkmnpqrs" }));

    [Fact]
    public Task Hostile_articles_are_valid() => CheckAsync(Page([.. HostileArticles.All.Values, Withdrawn]));

    [Fact]
    public async Task The_schema_refuses_what_is_not_atom()
    {
        var feed = Encoding.UTF8.GetString(AtomWriter.Write(Page(Full)));

        Assert.Contains("title", await FindErrorAsync(feed.Replace("<title>", "<titel>").Replace("</title>", "</titel>")), StringComparison.Ordinal);
        Assert.Contains("dateTime", await FindErrorAsync(feed.Replace("2026-03-14T08:30:00.000Z", "yesterday")), StringComparison.Ordinal);
        Assert.NotNull(await FindErrorAsync(feed.Replace("</feed>", "<x xmlns=\"urn:x\"/></feed>")));
    }

    private static async Task CheckAsync(FeedPage page) => Assert.Null(await AtomSchema.FindErrorAsync(AtomWriter.Write(page)));

    private static Task<string?> FindErrorAsync(string feed) => AtomSchema.FindErrorAsync(Encoding.UTF8.GetBytes(feed));
}
