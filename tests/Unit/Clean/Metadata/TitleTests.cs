using Xunit;

namespace Ingestion.Unit.Tests.Clean.Metadata;

public class TitleTests
{
    [Theory]
    [InlineData("Ferry strike enters third week | Travel | The Lake Post", "", "Ferry strike enters third week")]
    [InlineData("Ferry strike enters third week - The Lake Post", "", "Ferry strike enters third week")]
    [InlineData("Lake news - Lake Post", "<meta property=\"og:site_name\" content=\"Lake Post\">", "Lake news")]
    [InlineData("湖上渡轮罢工进入第三周_国内_湖畔日报", "", "湖上渡轮罢工进入第三周")]
    public void The_site_s_name_is_no_part_of_it(string element, string head, string expected) =>
        Assert.Equal(expected, Title($"<title>{element}</title>{head}", "<p>News</p>"));

    [Fact]
    public void The_heading_is_taken_where_the_page_s_names_agree_with_it() =>
        Assert.Equal("Why the ferry strike on the lake enters its third week", Title(
            "<title>Ferry strike enters its third week | The Lake Post</title><meta property=\"og:title\" content=\"Ferry strike enters third week\">",
            "<h1>The Lake Post</h1><h1>Why the ferry strike on the lake enters its third week</h1><h1>Subscribe to us</h1>"));

    [Fact]
    public void A_heading_that_nothing_agrees_with_is_not() =>
        Assert.Equal("Ferry strike enters third week", Title(
            "<title>Ferry strike enters third week | The Lake Post</title><meta property=\"og:title\" content=\"Ferry strike enters third week\">",
            "<h1>Perspectives and opinions of our house</h1>"));

    [Fact]
    public void A_heading_with_the_site_s_words_only_is_not() =>
        Assert.Equal("Ferry strike", Title(
            "<title>Ferry strike - Lake Update Post</title><meta property=\"og:title\" content=\"Ferry strike\"><meta property=\"og:site_name\" content=\"Lake Update Post\">",
            "<h1>Lake Post</h1>"));

    [Theory]
    [InlineData("FERRY STRIKE ENTERS THIRD WEEK")]
    [InlineData("Topic: Ferry strike enters third week")]
    [InlineData("Dec 18 2025 Ferry strike enters third week")]
    [InlineData("Ferry strike enters third week | Part of our series")]
    public void Labels_and_capitals_of_a_heading_are_no_part_of_it(string heading) =>
        Assert.Equal("Ferry strike enters third week", Title(
            "<title>Ferry strike enters third week</title><meta property=\"og:title\" content=\"Ferry strike enters third week\">", $"<h1>{heading}</h1>"));

    [Theory]
    [InlineData("This week | Ferries sail again, and the town is out to greet them")]
    [InlineData("渡轮周记 | 停航三周之后，湖上又见白帆，全镇出迎")]
    public void A_kicker_before_a_bar_is_part_of_it(string heading) =>
        Assert.Equal(heading, Title($"<title>{heading}-湖畔资讯网</title>", $"<h1>{heading}</h1>"));

    [Fact]
    public void A_live_blog_is_named_by_what_does_not_change() =>
        Assert.Equal("Ferry strike: all updates", Title(
            """
            <title>Ferry strike LIVE</title><meta property="og:title" content="Ferry strike: all updates">
            <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry strike LIVE: captain returns"}</script>
            """,
            "<h1>Ferry strike LIVE: captain returns</h1>"));

    [Fact]
    public void A_property_may_list_several_terms() =>
        Assert.Equal("Ferry strike enters third week", Title("<meta property=\"x:title dc:title\" content=\"Ferry strike enters third week\">", "<p>News</p>"));

    private static string Title(string head, string body) =>
        CleanPages.Clean($"<!DOCTYPE html><html><head><meta charset=\"utf-8\">{head}</head><body>{body}{CleanPages.Story}</body></html>").Title;
}
