using System.Text;
using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Formats.Feeds;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Formats;

public sealed class EntryArticlesTests
{
    [Fact]
    public void An_entry_is_known_by_its_guid_else_its_link_else_its_text()
    {
        var articles = Read("<item><guid>g</guid><link>https://a.example/1</link></item><item><link>https://a.example/2</link></item><item><title>T</title></item>");
        Assert.Equal([("g", "https://a.example/1"), (null, "https://a.example/2"), (null, null)], articles.Select(a => (a.Id, a.Url)));
    }

    [Fact]
    public void A_guid_that_different_pages_share_is_passed_over_for_the_link()
    {
        var articles = Read(
            "<item><guid isPermaLink='false'>news</guid><link>https://a.example/1</link></item><item><guid isPermaLink='false'>news</guid><link>https://a.example/2</link></item>");
        Assert.Equal([(null, "https://a.example/1"), (null, "https://a.example/2")], articles.Select(a => (a.Id, a.Url)));
    }

    [Fact]
    public void Of_an_entry_that_is_there_twice_the_one_that_changed_last_counts()
    {
        var article = Assert.Single(Read(
            """
            <item><guid>g</guid><title>Old</title><pubDate>Tue, 14 Mar 2023 08:00:00 GMT</pubDate></item>
            <item><guid>g</guid><title>New</title><pubDate>Tue, 14 Mar 2023 09:00:00 GMT</pubDate></item>
            <item><guid>g</guid><title>Older</title></item>
            """));
        Assert.Equal("New", article.Title);
    }

    [Fact]
    public void A_guid_that_was_made_anew_for_the_same_page_gives_no_second_article()
    {
        var articles = Read(
            """
            <item><guid isPermaLink="false">a-1</guid><link>https://a.example/1</link><title>T</title></item>
            <item><guid isPermaLink="false">a-2</guid><link>https://a.example/1</link><title>T</title><pubDate>Tue, 14 Mar 2023 08:00:00 GMT</pubDate></item>
            <item><guid isPermaLink="false">b</guid><link>https://a.example/1</link><title>Another on the same page</title></item>
            """);
        Assert.Equal(["a-2", "b"], articles.Select(a => a.Id));
    }

    [Fact]
    public void The_page_has_what_the_entry_said_and_the_feed_fills_in()
    {
        var article = Assert.Single(Read(
            """
            <language>de</language><managingEditor>red@a.example (Die Redaktion)</managingEditor>
            <item xml:base="https://a.example/sub/"><guid>g</guid><title>&lt;b&gt;Tor&lt;/b&gt; &amp;amp; Jubel</title><description>&lt;p&gt;Ein &lt;a href="x"&gt;Link&lt;/a&gt;&lt;/p&gt;</description>
            <pubDate>Tue, 14 Mar 2023 08:00:00 +0100</pubDate></item>
            """));
        Assert.Equal(("Tor & Jubel", "de"), (article.Title, article.Language));
        var page = Encoding.UTF8.GetString(ArticlePage.Write(article));
        Assert.Contains("<html lang=\"de\">", page, StringComparison.Ordinal);
        Assert.Contains("<base href=\"https://a.example/sub/\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>Tor &amp; Jubel</title>", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"author\" content=\"Die Redaktion\">", page, StringComparison.Ordinal);
        Assert.Contains("content=\"2023-03-14T08:00:00+01:00\"", page, StringComparison.Ordinal);
        Assert.Contains("<article>\n<p>Ein <a href=\"x\">Link</a></p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_entry_is_refused_for_a_silly_title_or_link()
    {
        var article = Assert.Single(Read($"<item><guid>a\n b</guid><title>{new string('t', 3000)}</title><link>ftp://a.example/</link></item>"));
        Assert.Equal(("a b", 2000, null), (article.Id, article.Title!.Length, article.Url));
    }

    private static List<IncomingArticle> Read(string channel) =>
        [.. EntryArticles.Of(FeedReader.Read(Encoding.UTF8.GetBytes($"<rss version='2.0'><channel>{channel}</channel></rss>"), null, null))];
}
