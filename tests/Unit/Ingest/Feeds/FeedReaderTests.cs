using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Ingestion.Ingest.Feeds;
using Ingestion.Unit.Tests.Clean;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Feeds;

public sealed class FeedReaderTests
{
    [Fact]
    public void RSS_with_its_modules()
    {
        var feed = Read("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"
                 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>News &amp; more</title><link>https://a.example/</link><description>All of it</description><language>de_AT</language>
            <atom:link rel="self" href="https://a.example/feed"/><atom:link rel="hub" href="https://hub.example/"/>
            <ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
            <skipHours><hour>0</hour><hour>24</hour><hour>5</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <cloud domain="c.example" port="80" path="/RPC2" registerProcedure="p" protocol="xml-rpc"/>
            <item><guid isPermaLink="false">g1</guid><link>https://a.example/1?a=1&amp;amp;b=2</link><title>One</title>
              <pubDate>Tue, 14 Mar 2023 08:30:00 +0800</pubDate><description>short</description><d:creator>A. Author</d:creator>
              <category>x</category><category domain="d">y</category><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
              <enclosure url="/f.mp3" length="5" type="audio/mpeg"/><media:thumbnail url="https://a.example/t.png"/></item>
            <item><guid>https://a.example/2</guid></item>
            </channel></rss>
            """, "https://a.example/feed?x");
        Assert.Equal(FeedVersion.Rss20, feed.Version);
        Assert.Equal("News & more", feed.Title!.Value);
        Assert.Equal(("https://a.example/", "https://a.example/feed", "de-AT"), (feed.Link, feed.SelfLink, feed.Language));
        Assert.Equal(["https://hub.example/"], feed.Hubs);
        Assert.Equal(TimeSpan.FromHours(12), feed.Schedule.Interval);
        Assert.Equal([0, 5], feed.Schedule.SkipHours!);
        Assert.Equal([DayOfWeek.Sunday], feed.Schedule.SkipDays!);
        Assert.Equal(new FeedCloud("c.example", 80, "/RPC2", "p", "xml-rpc"), feed.Cloud);
        Assert.Empty(feed.Defects);

        var entry = feed.Entries[0];
        Assert.Equal(("g1", "https://a.example/1?a=1&b=2", "One"), (entry.Id, entry.Link, entry.Title!.Value));
        Assert.Equal(("short", "<p>Long</p>"), (entry.Summary!.Value, entry.Content!.Value));
        Assert.Equal("2023-03-14T08:30:00+08:00", entry.Published.ToString());
        Assert.Equal("A. Author", Assert.Single(entry.Authors).Name);
        Assert.Equal(["x", "y"], entry.Categories);
        Assert.Equal(new FeedEnclosure("https://a.example/f.mp3", "audio/mpeg", "5"), Assert.Single(entry.Enclosures));
        Assert.Equal("https://a.example/t.png", entry.Image);
        Assert.Equal("https://a.example/2", feed.Entries[1].Link);
    }

    [Fact]
    public void Atom_with_bases_and_every_kind_of_text()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/" xml:lang="en">
            <title type="text">a &lt;b&gt;</title><link href="."/><updated>2023-03-14T08:30:00Z</updated><author><name>N</name><email>n@a.example</email></author>
            <entry xml:base="y/"><id>urn:1</id><title type="html">&lt;i&gt;One&lt;/i&gt; &amp;amp; two</title><link rel="alternate" href="1.html"/>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2 <a href="z">z</a><br/></div></content></entry>
            <entry><id>urn:2</id><content src="https://a.example/2"/><summary type="text/plain">s</summary></entry>
            <entry><id>urn:3</id><content type="application/octet-stream">PGI+eDwvYj4=</content></entry>
            </feed>
            """);
        Assert.Equal("a <b>", feed.Title!.Value);
        Assert.Equal("https://a.example/x/", feed.Link);
        Assert.Equal("N (n@a.example)", Assert.Single(feed.Authors).ToString());
        Assert.Equal("https://a.example/x/y/1.html", feed.Entries[0].Link);
        Assert.Equal("<i>One</i> &amp; two", feed.Entries[0].Title!.Value);
        Assert.Equal("One & two", feed.Entries[0].Title!.ToPlainText());
        Assert.Equal("1 &lt; 2 <a href=\"https://a.example/x/y/z\">z</a><br />", feed.Entries[0].Content!.Value);
        Assert.Equal("en", feed.Entries[0].Language);
        Assert.Equal(("https://a.example/2", "s"), (feed.Entries[1].ContentSource, feed.Entries[1].Summary!.Value));
        Assert.Equal("<b>x</b>", feed.Entries[2].Content!.Raw);
    }

    [Theory]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel><item rdf:about='https://a.example/1'><title>One</title></item></rdf:RDF>", "Rss10")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>T</title></channel><item><title>One</title></item></rdf:RDF>", "Rss090")]
    [InlineData("<rss version='0.91'><channel><title>T</title><item><title>One</title></item></channel></rss>", "Rss091Userland")]
    [InlineData("<rss version='0.92'><title>T</title><item><title>One</title></item></rss>", "Rss092")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><entry><title>One</title></entry></feed>", "Atom03")]
    [InlineData("<feed><title>T</title><entry><title>One</title></entry></feed>", "Atom")]
    [InlineData("<CHANNEL HREF='https://a.example/'><TITLE>T</TITLE><ITEM HREF='1'><TITLE>One</TITLE></ITEM></CHANNEL>", "Cdf")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":1,"title":"One"}]}""", "Json11")]
    [InlineData("<br />\n<b>Warning</b>: x\n<rss version='2.0'><channel><title>T<item><title>One</channel>", "Rss20")]
    [InlineData("  \n\n<?xml version='1.0'?><rss version='2.0'><channel><title>T</title><item><title>One</title></item></channel></rss><script>", "Rss20")]
    public void Each_vocabulary_is_told_by_what_it_is(string document, string version)
    {
        var feed = Read(document);
        Assert.Equal((version, "T", "One"), (feed.Version.ToString(), feed.Title!.Value, Assert.Single(feed.Entries).Title!.Value));
    }

    [Fact]
    public void Media_RSS_fills_in_what_the_entry_does_not_say()
    {
        var entry = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://search.yahoo.com/mrss/"><entry><id>v</id>
            <m:group><m:title>Video</m:title><m:thumbnail url="https://a.example/t.jpg"/><m:description>What it shows</m:description></m:group></entry></feed>
            """).Entries[0];
        Assert.Equal(("Video", "What it shows", "https://a.example/t.jpg"), (entry.Title!.Value, entry.Summary!.Value, entry.Image));
    }

    [Fact]
    public void JSON_Feed_whole()
    {
        var feed = Read("""
            {"version":"https://jsonfeed.org/version/1","title":"T","home_page_url":"https://a.example/","feed_url":"https://a.example/f.json","next_url":"f2.json",
             "hubs":[{"type":"WebSub","url":"https://hub.example/"},{"type":"rssCloud","url":"x"}],"expired":true,"author":{"name":"A"},
             "items":[{"id":"1","url":"/1","content_html":"<p><a href='x'>y</a></p>","summary":"s","date_published":"2023-03-14T08:30:00+01:00","tags":["a","b"],
               "attachments":[{"url":"https://a.example/a.mp3","mime_type":"audio/mpeg","size_in_bytes":7}]},{"id":2,"content_text":"1 < 2","external_url":"https://b.example/"}]}
            """);
        Assert.Equal(FeedVersion.Json10, feed.Version);
        Assert.True(feed.IsExpired);
        Assert.Equal(["https://hub.example/"], feed.Hubs);
        Assert.Equal("https://a.example/f2.json", feed.NextPage);
        Assert.Equal("A", Assert.Single(feed.Authors).Name);
        Assert.Equal(("https://a.example/1", "<p><a href=\"https://a.example/x\">y</a></p>"), (feed.Entries[0].Link, feed.Entries[0].Content!.Value));
        Assert.Equal(["a", "b"], feed.Entries[0].Categories);
        Assert.Equal(new FeedEnclosure("https://a.example/a.mp3", "audio/mpeg", "7"), Assert.Single(feed.Entries[0].Enclosures));
        Assert.Equal(("2", "1 < 2", "https://b.example/"), (feed.Entries[1].Id, feed.Entries[1].Content!.Value, feed.Entries[1].Link));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hello", "no element")]
    [InlineData("<html><body>x</body></html>", "HTML page")]
    [InlineData("<opml/>", "'opml'")]
    [InlineData("{\"items\":1}", "array 'items'")]
    [InlineData("{nope", "begins like JSON")]
    public void What_is_no_feed_is_refused_with_what_it_is(string document, string reason) =>
        Assert.Contains(reason, Assert.Throws<FeedFormatException>(() => Read(document)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-8", null, "utf-8")]
    [InlineData("windows-1252", "text/xml; charset=windows-1252", "utf-8")]
    [InlineData("windows-1251", null, "windows-1251")]
    [InlineData("gb2312", null, "gb2312")]
    [InlineData("shift_jis", "application/xml; charset=utf-8", "shift_jis")]
    [InlineData("utf-8", "text/xml", "iso-8859-1")]
    [InlineData("utf-16", null, "utf-16")]
    [InlineData("utf-16BE", null, "utf-8")]
    public void The_charset_is_the_one_that_fits_whatever_is_declared(string actual, string? contentType, string declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var title = actual switch { "windows-1251" => "Привет, мир", "gb2312" => "你好世界新闻", "shift_jis" => "こんにちは世界", _ => "Grüße „an“ alle" };
        var xml = $"<?xml version='1.0' encoding='{declared}'?><rss version='2.0'><channel><title>{title}</title></channel></rss>";
        Assert.Equal(title, FeedReader.Read(Encoding.GetEncoding(actual).GetBytes(xml), contentType, null).Title!.Value);
    }

    [Fact]
    public void Entries_are_bounded()
    {
        var feed = Read($"<rss><channel>{string.Concat(Enumerable.Repeat("<item/>", FeedReader.MaxEntries + 1))}</channel></rss>");
        Assert.Equal((FeedReader.MaxEntries, true), (feed.Entries.Count, feed.IsTruncated));
    }

    [Fact]
    public void An_id_is_never_normalised_and_is_known_as_it_was_written()
    {
        var feed = Read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>HTTP://A.example/%7ex</id></entry><entry><id>/rel</id></entry></feed>", "https://a.example/f");
        Assert.Equal("HTTP://A.example/%7ex", feed.Entries[0].Id);
        Assert.Equal(("/rel", "https://a.example/rel"), (feed.Entries[1].RawId, feed.Entries[1].Id));
    }

    [Property(MaxTest = 300)]
    public void A_damaged_feed_is_read_or_refused_but_never_throws_anything_else(int seed)
    {
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes("""
            <rss version="2.0"><channel><title>T</title><item><guid>1</guid><description><![CDATA[<p>x</p>]]></description><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
            </item><item><link>https://a.example/</link></item></channel></rss>
            """);
        for (var i = random.Next(1, 10); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        try
        {
            foreach (var entry in FeedReader.Read(bytes.AsSpan(0, random.Next(bytes.Length)), null, "https://a.example/").Entries) Assert.NotNull(entry.Content?.Value ?? "");
        }
        catch (FeedFormatException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    [Fact]
    public void Every_feed_of_the_public_set_is_read_with_as_many_entries_as_it_has()
    {
        using var zip = ZipFile.OpenRead(SharedFiles.Require("bench/feeds/files.zip"));
        var read = 0;
        foreach (var line in File.ReadLines(SharedFiles.Require("bench/feeds/expect.jsonl")))
        {
            using var expected = JsonDocument.Parse(line);
            using var stream = zip.GetEntry(expected.RootElement.GetProperty("file").GetString()!)!.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            var feed = FeedReader.Read(content.ToArray(), null, null);
            if (expected.RootElement.GetProperty("checks").TryGetProperty("entries.count", out var count)) Assert.Equal(count.GetInt32(), feed.Entries.Count);
            read++;
        }
        Assert.True(read > 500, $"only {read} feeds are there");
    }

    private static Feed Read(string document, string? url = null) => FeedReader.Read(Encoding.UTF8.GetBytes(document), null, url);
}
