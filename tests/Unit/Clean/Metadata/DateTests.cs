using Xunit;

namespace Ingestion.Unit.Tests.Clean.Metadata;

public class DateTests
{
    private const string Headline = "<h1>Harbour bridge to close</h1>";

    [Theory]
    [InlineData("<div class=\"top\">Tuesday, 8 December 2020</div><ul><li>a</li><li>b</li><li>c</li><li>d</li><li>e</li><li>f</li><li>g</li><li>h</li><li>i</li><li>j</li></ul>" + Headline + "<span>13 Oct 2020 18:29</span>", "2020-10-13T18:29:00")]
    [InlineData("<div><span>Dec 17, 2025</span></div>" + Headline, "2025-12-17")]
    [InlineData(Headline + "<p>July 12th, 2024</p>", "2024-07-12")]
    [InlineData(Headline + "<p>The season ends on April 15, 2025, and nobody asked us about the dates, said the owner.</p><p>Page last modified <time datetime=\"2025-01-17T13:39:16-0500\">Jan. 17, 2025</time></p>", "2025-01-17T13:39:16-05:00")]
    [InlineData(Headline + "<time itemprop=\"datePublished\" datetime=\"2023-08-30T16:45+0100\">30 August 2023</time>", "2023-08-30T16:45:00+01:00")]
    [InlineData("<h2>Harbour bridge of Lindau to close</h2><p>13 Jan 2020, 22:11 GMT+10</p><p>x</p>", "2020-01-13T22:11:00+10:00")]
    public void The_date_beside_the_headline_is_taken(string body, string expected) =>
        Assert.Equal(expected, Published(body, "<title>Harbour bridge of Lindau to close - The Lake Post</title><meta name=\"dcsext.articlefirstpublished\" content=\"\">"));

    [Theory]
    [InlineData("https://lake.example/a", "en", "2023-07-06")]
    [InlineData("https://lake.example/a", "en-GB", "2023-06-07")]
    [InlineData("https://lake.co.uk/a", "en", "2023-06-07")]
    [InlineData("https://lake.co.uk/a", "en-US", "2023-07-06")]
    [InlineData("https://lake.example/a", "it", "2023-06-07")]
    public void The_country_says_whether_the_day_comes_first(string url, string language, string expected) =>
        Assert.Equal(expected, CleanPages.Clean($"<!DOCTYPE html><html lang=\"{language}\"><body>{Headline}<p>07/06/2023</p>{CleanPages.Story}</body></html>", url).PublishedAt?.ToString());

    [Fact]
    public void The_day_of_the_url_settles_it() =>
        Assert.Equal("2015-01-08T10:07:06-05:00", CleanPages.Clean(CleanPages.Page(
            $"{Headline}<blockquote><p>First published on October 7, 2008.</p></blockquote>{CleanPages.Story}<p>Posted on <time datetime=\"2015-01-08T10:07:06-05:00\">January 8, 2015</time></p>"),
            "https://lake.example/2015/01/08/bridge").PublishedAt?.ToString());

    [Fact]
    public void Json_ld_beyond_repair_still_gives_its_facts() =>
        Assert.Equal("2020-10-26T18:10:00+01:00", Published(Headline,
            """<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@type":"WebPage","headline":"Bridge","datePublished": "2020-10-26T18:10:00+01:00","x":</script>"""));

    [Fact]
    public void Json_ld_in_a_cdata_section_is_read() =>
        Assert.Equal("2020-10-26", Published(Headline, """<script type="application/ld+json"><![CDATA[ {"@type":"Article","datePublished":"2020-10-26"} ]]></script>"""));

    private static string? Published(string body, string head) =>
        CleanPages.Clean($"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">{head}</head><body>{body}{CleanPages.Story}</body></html>", url: null).PublishedAt?.ToString();
}
