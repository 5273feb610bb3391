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

    [Theory]
    [InlineData("<div>作者：王小明 时间：2023-07-19 来源：湖畔日报 收藏</div>")]
    [InlineData("<p>來源: 湖畔日报</p>")]
    [InlineData("<div><span>2023-07-19 09:20</span> <span>稿源：</span><a href=\"/x\">湖畔日报</a> <a href=\"#\">打印</a></div>")]
    public void A_Chinese_page_names_its_source_in_a_line(string line)
    {
        Assert.Equal("湖畔日报", Clean("", line).Publisher);
        Assert.Equal("Lake Post", Clean("<meta property=\"og:site_name\" content=\"Lake Post\">", line).Publisher);
    }

    [Fact]
    public void A_sentence_about_sources_names_no_publisher() =>
        Assert.Null(Clean("", "<p>他说，食物的来源：田地、河流与森林，三者缺一不可，而这正是小镇多年以来努力保护的东西。</p>").Publisher);

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
