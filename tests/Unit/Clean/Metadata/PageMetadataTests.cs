using Xunit;

namespace Ingestion.Unit.Tests.Clean.Metadata;

public class PageMetadataTests
{
    private const string JsonLd = """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Lake Post"},
        {"@type":"NewsArticle","headline":"Bridge to close","datePublished":"2023-07-19T08:30:00+02:00","dateModified":"2023-07-20T09:00:00+02:00",
        "articleSection":"City","keywords":["bridge","traffic"],"publisher":{"@type":"Organization","name":"The Lake Post"},
        "author":[{"@type":"Person","name":"Ada Example"},{"@type":"Person","name":"Karl Muster"}]}]}</script>
        """;

    [Fact]
    public void Json_ld_in_a_graph_gives_everything()
    {
        var article = CleanPages.Clean(CleanPages.Page(CleanPages.Story, JsonLd));

        Assert.Equal("Bridge to close", article.Title);
        Assert.Equal(["Ada Example", "Karl Muster"], article.Authors);
        Assert.Equal("2023-07-19T08:30:00+02:00", article.PublishedAt?.ToString());
        Assert.Equal("2023-07-20T09:00:00+02:00", article.ModifiedAt?.ToString());
        Assert.Equal("The Lake Post", article.Publisher);
        Assert.Equal("City", article.Section);
        Assert.Equal(["bridge", "traffic"], article.Tags);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Bridge to\nclose\",\"datePublished\":\"2023-07-19\",}")]
    [InlineData("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Bridge to close\",\"datePublished\":\"2023-07-19\"} -->")]
    [InlineData("//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Bridge to close\",\"datePublished\":\"2023-07-19\"}\n//]]>")]
    [InlineData("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Bridge to close&quot;,&quot;datePublished&quot;:&quot;2023-07-19&quot;}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Bridge to close\",\"datePublished\":\"2023-07-19\",\"description\":\"They say \"soon\" and mean it\"}")]
    public void Broken_json_ld_is_put_right(string json)
    {
        var article = CleanPages.Clean(CleanPages.Page(CleanPages.Story, $"<script type=\"application/ld+json\">{json}</script>"), url: null);

        Assert.Equal("Bridge to close", article.Title);
        Assert.Equal("2023-07-19", article.PublishedAt?.ToString());
    }

    [Fact]
    public void Open_graph_and_meta_stand_in()
    {
        var article = CleanPages.Clean(CleanPages.Page(CleanPages.Story, """
            <meta property="og:title" content="Bridge to close | The Lake Post"><meta property="og:site_name" content="The Lake Post">
            <meta property="article:published_time" content="2023-07-19T06:30:00Z"><meta name="author" content="By Ada Example">
            <link rel="canonical" href="/bridge?utm_source=feed&id=7"><meta property="og:image" content="/bridge.jpg">
            """));

        Assert.Equal("Bridge to close", article.Title);
        Assert.Equal(["Ada Example"], article.Authors);
        Assert.Equal("2023-07-19T06:30:00Z", article.PublishedAt?.ToString());
        Assert.Equal("https://news.example/bridge?id=7", article.CanonicalUrl);
        Assert.Equal("https://news.example/bridge.jpg", article.LeadImage?.Url);
        Assert.Equal("en", article.DeclaredLanguage);
    }

    [Fact]
    public void The_page_itself_stands_in_for_missing_metadata()
    {
        var article = CleanPages.Clean(
            CleanPages.Page($"<h1>Harbour bridge to close</h1><p>By Ada Example</p><p>July 19, 2023</p>{CleanPages.Story}"), url: null);

        Assert.Equal("Harbour bridge to close", article.Title);
        Assert.Equal(["Ada Example"], article.Authors);
        Assert.Equal("2023-07-19", article.PublishedAt?.ToString());
    }

    [Fact]
    public void The_url_is_the_last_resort_for_the_date() =>
        Assert.Equal("2023-07-19", CleanPages.Clean(CleanPages.Page(CleanPages.Story)).PublishedAt?.ToString());
}
