using Xunit;

namespace Ingestion.Unit.Tests.Clean.Metadata;

public class AuthorTests
{
    [Theory]
    [InlineData("""<div class="byline">By <a href="/authors/ada">Ada Example</a> and Karl Muster</div>""", "Ada Example|Karl Muster")]
    [InlineData("""<div class="byline"><span>Ada Example</span> <span>Karl Muster</span></div>""", "Ada Example|Karl Muster")]
    [InlineData("""<div class="author"><div>Ada Example</div><div>Senior Harbour Engineer</div></div>""", "Ada Example")]
    [InlineData("""<div class="author"><h3>Ada Example</h3><p>Last updated on 19 July 2023</p></div>""", "Ada Example")]
    [InlineData("""<p class="byline">Ada Example, Senior Editor, The Lake Post · Updated July 19, 2023</p>""", "Ada Example")]
    [InlineData("""<p class="byline">Sat, 20 Dec, 2025 - 06:36</p>""", "")]
    [InlineData("""<div class="author-box__name">Ada Example (Harbour desk)</div>""", "Ada Example")]
    [InlineData("""<nav class="posted-by"><a rel="author" href="/a">Ada Example</a></nav>""", "Ada Example")]
    [InlineData("""<div itemprop="author" itemscope><meta itemprop="name" content="Ada Example"><span>Photo: Karl Muster</span></div>""", "Ada Example")]
    [InlineData("""<p>by <a href="/author/amanda">Amanda</a> · Dec 20, 2025</p>""", "Amanda")]
    [InlineData("""<div>Written by</div><div>Ada Example</div>""", "Ada Example")]
    [InlineData("""<p>by: Ada Example, Dec 17, 2025</p>""", "Ada Example")]
    [InlineData("""<p>Ada Example | 19 July 2023, 08:30</p>""", "Ada Example")]
    [InlineData("""<p>Written by The harbour team</p>""", "The harbour team")]
    [InlineData("""<p>From harbour to bridge, a guide</p>""", "")]
    [InlineData("""<div class="related"><div class="author-name">Karl Muster</div></div>""", "")]
    public void The_page_s_byline_is_read(string byline, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Authors($"<h1>Harbour bridge to close</h1>{byline}"));

    [Theory]
    [InlineData("<p>作者：江边客　来源：湖畔日报</p>", "江边客")]
    [InlineData("<p>2023年7月19日 来源：湖畔网 记者 王小明 李华</p>", "王小明|李华")]
    [InlineData("<p>本报实习生 王小明</p><p>本报记者 李华</p>", "王小明|李华")]
    [InlineData("<p>编辑：李华</p><p>撰文：王小明</p>", "王小明")]
    [InlineData("<p>由江边客张贴 @ 2023-07-19 08:30</p>", "江边客")]
    [InlineData("<p>来源：湖畔网</p><p><a href=\"/x\">记者江湖</a></p><p>该作者文章</p>", "")]
    [InlineData("<p>市政府星期一表示，港口大桥将于明年春天关闭九个星期，因为两个支座已经生锈，卡车必须绕行旧船厂，路程增加十一分钟，商人们担心他们的夏季生意，书店老板也是如此，没有人问过他们的意见。（记者 王小明）</p>", "王小明")]
    public void A_chinese_byline_is_read(string byline, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Authors(byline));

    [Theory]
    [InlineData("""<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Example">""", "Ada Example")]
    [InlineData("""<meta name="author" content="Ada Example, AP">""", "Ada Example|AP")]
    [InlineData("""<meta name="author" content="Ada Example RN, MPH, Certified Harbour Specialist">""", "Ada Example")]
    [InlineData("""<meta name="generator" content="Boardware 3.4"><meta name="author" content="Boardware Team">""", "")]
    [InlineData("""<meta name="citation_author" content="Example, Ada"><meta name="citation_author" content="Muster, Karl"><meta name="dc.creator" content="Ada Example">""", "Ada Example|Karl Muster")]
    [InlineData("""<meta property="og:site_name" content="Lake Post"><meta name="author" content="Ada Example"><meta name="author" content="Lake Post">""", "Ada Example")]
    public void Metadata_name_the_authors(string head, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), CleanPages.Clean(CleanPages.Page(CleanPages.Story, head)).Authors);

    [Fact]
    public void A_site_that_names_itself_may_still_name_a_person_on_the_page() =>
        Assert.Equal(["Ada Example"], CleanPages.Clean(CleanPages.Page(
            $"<h1>Harbour bridge to close</h1><p class=\"byline\">by Ada Example</p>{CleanPages.Story}",
            """<meta property="og:site_name" content="Lake Post"><meta name="author" content="Lake Post">""")).Authors);

    private static IReadOnlyList<string> Authors(string body) => CleanPages.Clean(CleanPages.Page($"{body}{CleanPages.Story}")).Authors;
}
