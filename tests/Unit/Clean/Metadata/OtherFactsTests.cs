using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Metadata;

public class OtherFactsTests
{
    [Theory]
    [InlineData("""{"@graph":[{"@type":"Article","publisher":{"@id":"#org"}},{"@type":"Organization","@id":"#org","name":"Lake Post"}]}""")]
    [InlineData("""{"@type":"NewsArticle","publisher":[{"@type":"Organization","name":"Lake Post"}]}""")]
    [InlineData("""{"@type":"NewsArticle","publisher":"Lake Post"}""")]
    [InlineData("""{"@type":"WebSite","name":"Lake Post"}""")]
    public void The_publisher_is_found_where_json_ld_hides_it(string json) =>
        Assert.Equal("Lake Post", Clean($"<script type=\"application/ld+json\">{json}</script>").Publisher);

    [Fact]
    public void Microdata_name_publisher_section_and_tags()
    {
        var article = Clean("", """
            <div itemprop="publisher" itemscope><span itemprop="name">Lake Post</span></div><span itemprop="articleSection">City</span>
            <span itemprop="keywords">bridge, traffic</span>
            """);

        Assert.Equal("Lake Post", article.Publisher);
        Assert.Equal("City", article.Section);
        Assert.Equal(["bridge", "traffic"], article.Tags);
    }

    [Fact]
    public void Links_that_are_tags_stand_in_for_tags() =>
        Assert.Equal(["bridge", "traffic"], Clean("", """<p><a rel="tag" href="/t/bridge">#bridge</a> <a rel="category tag" href="/t/traffic">traffic</a></p>""").Tags);

    [Theory]
    [InlineData("<meta property=\"article:section\" content=\"City\">", "City")]
    [InlineData("<meta property=\"article:section\" content=\"City, Traffic, Harbour\">", "City")]
    [InlineData("<meta property=\"article:section\" content=\"Arts, Culture\">", "Arts, Culture")]
    [InlineData("""<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home"},{"@type":"ListItem","position":2,"item":{"@id":"/city","name":"City"}},{"@type":"ListItem","position":3,"name":"Bridge"}]}</script>""", "City")]
    [InlineData("", null)]
    public void The_section_is_read(string head, string? expected) => Assert.Equal(expected, Clean(head).Section);

    private static CleanedArticle Clean(string head, string body = "") => CleanPages.Clean(CleanPages.Page($"<h1>Harbour bridge to close</h1>{body}{CleanPages.Story}", head));
}
