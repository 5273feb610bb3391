using System.Text;
using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Push;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest;

public sealed class FeedDocumentTests
{
    [Fact]
    public void Every_item_of_an_RSS_feed_is_a_push()
    {
        var entries = Read("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
            <item><guid>g1</guid><link>https://a.example/1</link><title>One</title><pubDate>Tue, 14 Mar 2023 08:30:00 +0800</pubDate>
            <description>short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item>
            <item><link>https://a.example/2</link><description>Two</description></item>
            </channel></rss>
            """);
        Assert.Equal(2, entries.Count);
        Assert.Equal(
            new PushRequest { Id = "g1", Url = "https://a.example/1", Title = "One", PublishedAt = "2023-03-14T08:30:00+08:00", Html = "<p>Long</p>" },
            entries[0]);
        Assert.Equal(new PushRequest { Url = "https://a.example/2", Html = "Two" }, entries[1]);
    }

    [Fact]
    public void Every_entry_of_an_Atom_feed_is_a_push()
    {
        var entries = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>One</title><updated>2023-03-14T08:30:00Z</updated>
            <link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>
            """);
        Assert.Equal(
            new PushRequest { Id = "urn:1", Url = "https://a.example/1", Title = "One", PublishedAt = "2023-03-14T08:30:00Z", Html = "<p>x</p>" },
            Assert.Single(entries));
    }

    [Theory]
    [InlineData("<rss><channel/></rss>", "root 'rss' and no entry")]
    [InlineData("<rss><channel>", "not well-formed XML")]
    public void What_is_no_feed_is_refused_with_the_reason(string xml, string error)
    {
        var errors = new PushErrors();
        Assert.Empty(FeedDocument.Read(Encoding.UTF8.GetBytes(xml), errors));
        Assert.Contains(error, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_of_a_document_type_are_not_expanded()
    {
        var errors = new PushErrors();
        Assert.Empty(FeedDocument.Read("<!DOCTYPE r [<!ENTITY e 'boom'>]><rss><channel><item><title>&e;</title></item></channel></rss>"u8.ToArray(), errors));
        Assert.True(errors.Any);
    }

    private static IReadOnlyList<PushRequest> Read(string xml)
    {
        var errors = new PushErrors();
        var entries = FeedDocument.Read(Encoding.UTF8.GetBytes(xml), errors);
        Assert.False(errors.Any, errors.ToString());
        return entries;
    }
}
