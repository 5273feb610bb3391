using System.Text;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Push;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Formats;

/// <summary>NITF, NewsML-G2, and XML that does not say which it is.</summary>
public sealed class NewsXmlTests
{
    private const string Nitf = """
        <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd">
        <nitf><head><docdata management-status="usable"><doc-id id-string="n-1"/><date.issue norm="20230314T083000Z"/><date.release norm="20230314T120000Z"/>
        <date.expire norm="20240314T083000Z"/></docdata></head>
        <body xml:lang="en"><body.head><hedline><hl1>Harbour  opens</hl1></hedline><byline>By <person>Ann Author</person></byline><abstract><p>In short.</p></abstract></body.head>
        <body.content><block><p>The <location>harbour</location> opened &amp; closed.</p><hl2>After</hl2><table><tr><td>1</td></tr></table>
        <media media-type="image"><media-reference mime-type="image/jpeg" source="https://a.example/i.jpg" alternate-text="A &quot;ship&quot;"/><media-caption>Ship</media-caption></media>
        <p>See <a href="https://a.example/">here</a>.<br/></p></block></body.content><body.end/></body></nitf>
        """;

    private const string NewsItem = """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:a.example:1" version="3" xml:lang="en">
        <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2023-03-14T09:00:00Z</versionCreated><firstCreated>2023-03-14T08:30:00Z</firstCreated>
        <embargoed>2023-03-14T12:00:00Z</embargoed><pubStatus qcode="stat:usable"/><signal qcode="sig:correction"/></itemMeta>
        <contentMeta><headline role="hld:sub">Sub</headline><headline>Harbour opens</headline><creator><name>Ann Author</name></creator><language tag="en-GB"/></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>The harbour <em>opened</em>.</p><p/></body></html></inlineXML></contentSet>
        </newsItem>
        """;

    [Fact]
    public void NITF()
    {
        var article = Assert.Single(Read(Nitf, "application/nitf+xml", out _));
        Assert.Equal(("n-1", "Harbour opens", "en", false), (article.Id, article.Title, article.Language, article.IsWithdrawal));
        Assert.Equal(("2023-03-14T08:30:00Z", "2023-03-14T12:00:00Z", "2024-03-14T08:30:00Z"), (article.PublishedAt.ToString(), article.EmbargoedUntil.ToString(), article.ExpiresAt.ToString()));
        Assert.Equal(["Ann Author"], article.Authors);
        Assert.Contains("<p>In short.</p>", article.BodyHtml, StringComparison.Ordinal);
        Assert.Contains("<p>The harbour opened &amp; closed.</p><h2>After</h2><table><tr><td>1</td></tr></table>", article.BodyHtml, StringComparison.Ordinal);
        Assert.Contains("<figure><img src=\"https://a.example/i.jpg\" alt=\"A &quot;ship&quot;\"><figcaption>Ship</figcaption></figure>", article.BodyHtml, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://a.example/\">here</a>.<br>", article.BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void NewsML_G2()
    {
        var article = Assert.Single(Read(NewsItem, "application/vnd.iptc.g2.newsitem+xml", out _));
        Assert.Equal(("urn:newsml:a.example:1", "Harbour opens", "en-GB"), (article.Id, article.Title, article.Language));
        Assert.Equal(("2023-03-14T08:30:00Z", "2023-03-14T12:00:00Z"), (article.PublishedAt.ToString(), article.EmbargoedUntil.ToString()));
        Assert.Equal("<p>The harbour <em>opened</em>.</p><p></p>", article.BodyHtml);
        Assert.Equal(["Ann Author"], article.Authors);
    }

    [Theory]
    [InlineData("<inlineData contenttype=\"text/plain\">One\n\nTwo</inlineData>", "<p>One</p>\n<p>Two</p>\n")]
    [InlineData("<inlineData contenttype=\"text/html\">&lt;p&gt;x&lt;/p&gt;</inlineData>", "<p>x</p>")]
    [InlineData("<inlineData contenttype=\"text/plain\" encoding=\"base64\">T25l</inlineData>", "<p>One</p>\n")]
    [InlineData("<inlineXML><nitf xmlns=\"\"><body><body.content><p>N</p></body.content></body></nitf></inlineXML>", "<p>N</p>")]
    public void Text_in_a_news_item_comes_in_many_ways(string content, string body)
    {
        var xml = $"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='g'><contentSet>{content}</contentSet></newsItem>";
        Assert.Equal(body, Assert.Single(Read(xml, "text/xml", out _)).BodyHtml);
    }

    [Fact]
    public void A_message_gives_each_item_with_text_and_withdraws_what_is_canceled()
    {
        var xml = $"""
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{NewsItem}
            <newsItem guid="pic"><itemMeta/><contentSet><remoteContent href="i.jpg"/></contentSet></newsItem><packageItem guid="p"/>
            <newsItem guid="old"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem></itemSet></newsMessage>
            """;
        Assert.Equal([("urn:newsml:a.example:1", false), ("old", true)], Read(xml, "application/xml", out _).Select(a => (a.Id!, a.IsWithdrawal)));
    }

    [Theory]
    [InlineData("application/nitf+xml", "<nitf><head/></nitf>", "nitf.body", "is missing")]
    [InlineData("application/nitf+xml", "<rss/>", "body", "'rss'")]
    [InlineData("application/xml", "<newsItem><contentSet><inlineData>x</inlineData></contentSet></newsItem>", "newsItem.guid", "is missing")]
    [InlineData("application/xml", "<packageItem guid='p'/>", "body", "no newsItem")]
    [InlineData("application/xml", "<newsItem guid='g'/>", "body", "has no text")]
    [InlineData("application/xml", "<newsMessage><itemSet/></newsMessage>", "body", "without any item")]
    [InlineData("application/xml", "<opml/>", "body", "'opml'")]
    public void What_is_not_valid_is_refused_with_the_field(string type, string xml, string field, string reason)
    {
        Assert.Empty(Read(xml, type, out var errors));
        Assert.Contains(reason, Assert.Contains(field, errors.ByField)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_XML_is_said_with_its_line_and_nothing_is_expanded()
    {
        var broken = Assert.Throws<MalformedDocumentException>(() => Read("<nitf>\n<body>\n</nitf>", "application/nitf+xml", out _));
        Assert.Contains("Line 3", broken.Message, StringComparison.Ordinal);
        const string Bomb = "<!DOCTYPE nitf [<!ENTITY a 'boom'>]><nitf><body><body.content><p>&a;</p></body.content></body></nitf>";
        Assert.Throws<MalformedDocumentException>(() => Read(Bomb, "application/nitf+xml", out _));
        Assert.Throws<MalformedDocumentException>(() => Read($"<nitf>{string.Concat(Enumerable.Repeat("<p>", 300))}", "application/nitf+xml", out _));
    }

    [Fact]
    public void XML_that_says_no_more_is_told_by_its_root()
    {
        Assert.Equal("n-1", Assert.Single(Read(Nitf, "text/xml; charset=utf-8", out _)).Id);
        Assert.Equal("g", Assert.Single(Read("<rss><channel><item><guid>g</guid></item></channel></rss>", "application/xml", out _)).Id);
    }

    private static IReadOnlyList<IncomingArticle> Read(string xml, string type, out PushErrors errors)
    {
        errors = new PushErrors();
        return PushFormats.Read(new PushDocument(Encoding.UTF8.GetBytes(xml), type, new PushRequest()), errors);
    }
}
