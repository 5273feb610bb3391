using System.Diagnostics;
using System.Text;
using Ingestion.Clean;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean;

/// <summary>Input that was made to hang, to crash or to exhaust: the article comes out all the same, or a reason why not.</summary>
[Collection(TimedTests.Name)]
public class HostileInputTests
{
    // Far above what any of these needs, so that a busy machine does not fail them; what is quadratic in their sizes takes minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly CleanOptions Patient = new() { MaxTime = TimeSpan.FromMinutes(1) };

    [Theory]
    [InlineData("div")]
    [InlineData("span")]
    [InlineData("blockquote")]
    [InlineData("b")]
    [InlineData("a href=/x")]
    [InlineData("p")]
    [InlineData("table")]
    [InlineData("table><td")]
    [InlineData("table><div")]
    [InlineData("select><option")]
    [InlineData("svg")]
    [InlineData("math><mi")]
    [InlineData("template")]
    [InlineData("li")]
    [InlineData("button")]
    [InlineData("form")]
    [InlineData("h1")]
    [InlineData("object")]
    [InlineData("custom-element")]
    public void A_hundred_thousand_tags_that_nobody_closes_leave_the_story(string tag)
    {
        var article = Clean(CleanPages.Page(CleanPages.Story + Repeat($"<{tag}>", 100_000) + "deep down"));

        Assert.Contains(CleanPages.FirstParagraph, article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void More_elements_than_the_budget_are_not_read_and_that_is_said() =>
        Assert.Contains(
            Clean(CleanPages.Page(CleanPages.Story + Repeat("<i>x</i>", 150_000))).Warnings, static warning => warning.Code == "budget-nodes");

    [Fact]
    public void More_open_elements_than_the_budget_are_not_opened_and_that_is_said()
    {
        var article = Clean(CleanPages.Page(Repeat("<section>", 5_000) + CleanPages.Story + Repeat("</section>", 5_000)));

        foreach (var text in (string[])[CleanPages.FirstParagraph, CleanPages.SecondParagraph, CleanPages.ThirdParagraph])
            Assert.Contains(text, article.BodyText, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, static warning => warning.Code == "budget-depth");
    }

    [Fact]
    public void Formatting_elements_of_different_kinds_are_not_opened_again_without_end()
    {
        var html = new StringBuilder(CleanPages.Story + Repeat("<div>", 400));
        for (var i = 0; i < 1_500; i++) html.Append("<b class=c").Append(i).Append('>');
        for (var i = 0; i < 400; i++) html.Append("</div>x");

        var article = Clean(CleanPages.Page(html.ToString()));

        Assert.Contains(CleanPages.FirstParagraph, article.BodyText, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, static warning => warning.Code == "budget-nodes");
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_read()
    {
        var article = Clean("<p>" + Repeat("The same words over and over, without a break. ", 10_000_000 / 47) + "</p>");

        Assert.InRange(article.BodyText.Length, 9_000_000, 10_000_000);
    }

    [Fact]
    public void A_million_attributes_on_one_tag_are_cut_off()
    {
        var attributes = new StringBuilder();
        for (var i = 0; i < 1_000_000; i++) attributes.Append(" a").Append(i).Append("=\"x\"");

        Assert.Equal(CleanPages.Body, Clean(CleanPages.Page($"<div{attributes}>{CleanPages.Story}</div>")).BodyText);
    }

    [Fact]
    public void Attributes_of_megabytes_and_lists_of_classes_without_end_are_cut_off()
    {
        var article = Clean(CleanPages.Page(
            $"<div class=\"{Repeat("ad related promo ", 200_000)}\" style=\"{Repeat("x:y;", 500_000)}\" id={Repeat("i", 1_000_000)}>{CleanPages.Story}</div>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void A_million_entities_are_decoded()
    {
        var article = Clean($"<p>{Repeat("&amp;&notit;&#x1F600;&#0;, ", 250_000)}</p>");

        Assert.StartsWith("&¬it;😀\uFFFD,", article.BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&#99999999999999999999;")]
    [InlineData("&#xFFFFFFFFFFFFFFFF;")]
    [InlineData("&#-1;&#x;&#;&;&&&")]
    [InlineData("&#xD800;&#xDFFF;&#x110000;")]
    public void Entities_that_name_no_character_do_no_harm(string entity) =>
        Assert.Contains(CleanPages.FirstParagraph, Clean(CleanPages.Page($"{CleanPages.Story}<p>{entity}</p>")).BodyText, StringComparison.Ordinal);

    [Fact]
    public void Nul_characters_and_lone_surrogates_leave_readable_text()
    {
        var article = Clean(CleanPages.Page($"<p>{CleanPages.FirstParagraph}\0\0</p><p>\uD800{CleanPages.SecondParagraph}&#xD800;</p>"));

        Assert.Contains(CleanPages.FirstParagraph, article.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', article.BodyText);
        Assert.DoesNotContain(article.BodyText, char.IsSurrogate);
    }

    [Fact]
    public void Every_cut_through_a_page_still_gives_an_answer()
    {
        var bytes = Encoding.UTF8.GetBytes(CleanPages.Page($"<article><h1>Harbour bridge to close</h1>{CleanPages.Story}<p>湖畔的橋將關閉九週。</p></article>"));
        for (var length = 1; length < bytes.Length; length += 7)
        {
            if (TryClean(bytes[..length]) is { } article) Assert.NotEmpty(article.BodyText);
        }
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("<style>")]
    [InlineData("<svg>")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<p title=\"")]
    [InlineData("<p title=x'")]
    [InlineData("<textarea>")]
    [InlineData("<title>")]
    [InlineData("</title")]
    [InlineData("<style>.a{")]
    [InlineData("<style>@media{")]
    [InlineData("<?php ")]
    [InlineData("<x")]
    [InlineData("<")]
    public void What_begins_half_a_million_times_and_never_ends_takes_no_time(string beginning)
    {
        var article = Clean(CleanPages.Page(CleanPages.Story + Repeat(beginning, 500_000)));

        Assert.Contains(CleanPages.FirstParagraph, article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_sheet_of_a_hundred_thousand_rules_takes_no_time()
    {
        var rules = new StringBuilder("<style>");
        for (var i = 0; i < 100_000; i++) rules.Append(".c").Append(i).Append(",#i").Append(i).Append("{display:none}");

        Assert.Equal(CleanPages.Body, Clean(CleanPages.Page($"<article>{CleanPages.Story}</article>", rules + "</style>")).BodyText);
    }

    [Theory]
    [InlineData("{\"a\":", "")]
    [InlineData("[", "")]
    [InlineData("[", "]")]
    [InlineData("{\"@graph\":[", "]}")]
    [InlineData("\"\\", "")]
    [InlineData("<![CDATA[", "]]>")]
    [InlineData("&quot;", "")]
    public void Json_ld_that_nests_or_breaks_without_end_does_no_harm(string opening, string closing) =>
        Assert.Equal(
            CleanPages.Body,
            Clean(CleanPages.Page(
                $"<article>{CleanPages.Story}</article>",
                $"<script type=\"application/ld+json\">{Repeat(opening, 100_000)}{Repeat(closing, 100_000)}</script>")).BodyText);

    [Fact]
    public void Json_ld_of_a_hundred_thousand_authors_and_properties_takes_no_time()
    {
        var things = new StringBuilder("{\"@type\":\"NewsArticle\",\"author\":[");
        for (var i = 0; i < 30_000; i++) things.Append("{\"@type\":\"Person\",\"name\":\"Ada Example ").Append((char)('a' + (i % 26))).Append((char)('a' + (i / 26 % 26))).Append("\"},");
        things.Append("{}]");
        for (var i = 0; i < 50_000; i++) things.Append(",\"p").Append(i).Append("\":1");

        var article = Clean(CleanPages.Page($"<article>{CleanPages.Story}</article>", $"<script type=\"application/ld+json\">{things}}}</script>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
        Assert.InRange(article.Authors.Count, 1, 200);
    }

    [Fact]
    public void Ids_and_lines_that_repeat_a_hundred_thousand_times_take_no_time()
    {
        var html = new StringBuilder(CleanPages.Story);
        for (var i = 0; i < 30_000; i++) html.Append("<ins id=k").Append(i).Append("x>z</ins>");
        html.Append("</div><div>");
        for (var i = 0; i < 30_000; i++) html.Append("<ins id=k").Append(i).Append("x>z</ins>");
        html.Append(Repeat("<p>The very same line again and again, as long as a line is.</p>", 30_000));

        Assert.NotEmpty(Clean(CleanPages.Page($"<div>{html}</div>")).BodyText);
    }

    [Fact]
    public void Links_in_links_in_blocks_in_blocks_take_no_time()
    {
        var links = new StringBuilder();
        for (var i = 0; i < 20_000; i++) links.Append("<a href=http://h").Append(i % 3).Append(".example/>Read this one</a> ");

        Assert.Contains(
            CleanPages.FirstParagraph, Clean(CleanPages.Page(CleanPages.Story + Repeat("<div class=related>", 400) + links)).BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\n")]
    [InlineData("\n \n")]
    [InlineData("<b>\n")]
    [InlineData("<div style=\"display:none\">")]
    [InlineData("(yī)")]
    [InlineData("一(yī)")]
    [InlineData("Ã©")]
    [InlineData("山?！?/p>")]
    [InlineData("a|b|c|d|")]
    [InlineData("2023-07-19 ")]
    public void Plain_text_of_millions_of_pieces_takes_no_time(string piece)
    {
        var text = $"A headline of a text\n\n{CleanPages.FirstParagraph}\n\n{CleanPages.SecondParagraph}\n\n{Repeat(piece, 5_000_000 / piece.Length)}";

        var article = Bounded(() => new ArticleCleaner(Patient).Clean(new RawArticle(Encoding.UTF8.GetBytes(text), "text/plain", new ArticleHints()), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("bearings have rusted through", article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_more_lines_than_the_budget_is_cut_and_that_is_said()
    {
        var text = $"A headline of a text\n\n{CleanPages.FirstParagraph}\n{Repeat("x\n", 5_000_000)}";

        var article = new ArticleCleaner(Patient).Clean(
            new RawArticle(Encoding.UTF8.GetBytes(text), "text/plain", new ArticleHints()), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(article.Warnings, static warning => warning.Code == "budget-nodes");
    }

    [Fact]
    public void A_page_over_its_budget_of_characters_is_read_as_far_as_it_goes()
    {
        var page = CleanPages.Page(CleanPages.Story + Repeat("<p>And more of it.</p>", 20_000));

        var article = CleanPages.Clean(page, options: new CleanOptions { MaxCharacters = 100_000 });

        Assert.Contains(CleanPages.FirstParagraph, article.BodyText, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, static warning => warning.Code == "budget-bytes");
    }

    [Fact]
    public void Markup_that_the_parser_trips_over_leaves_what_came_before()
    {
        var article = Clean(CleanPages.Page(CleanPages.Story + "<p><select><xmp>q</xmp><select>"));

        Assert.Contains(CleanPages.FirstParagraph, article.BodyText, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, static warning => warning.Code == "parser-fault");
    }

    [Theory]
    [InlineData("text/html", "<b class=c{0}>")]
    [InlineData("text/html", "<p>Ã©Ã¨Ã{0}")]
    [InlineData("text/html", "<p class=related>Some words, and {0} more of them. <a href=/{0}>Read</a>")]
    [InlineData("text/plain", "Ã©Ã¨Ã{0} 一(yī)\n\n")]
    public void When_the_time_is_up_the_work_ends_with_a_reason(string type, string piece)
    {
        var input = new StringBuilder();
        for (var i = 0; input.Length < 4_000_000; i++) input.AppendFormat(null, piece, i);
        var cleaner = new ArticleCleaner(new CleanOptions { MaxTime = TimeSpan.FromMilliseconds(1) });
        var clock = Stopwatch.StartNew();

        var rejected = Assert.Throws<ArticleRejectedException>(() => cleaner.Clean(new RawArticle(Encoding.UTF8.GetBytes(input.ToString()), type, new ArticleHints()), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("budget-time", rejected.Reason);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"It took {clock.Elapsed} to notice.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><script>alert(1)</script></body></html>")]
    [InlineData("\0\0\0")]
    [InlineData("<!-- nothing -->")]
    public void Without_any_text_there_is_no_article(string page)
    {
        var rejected = Assert.Throws<ArticleRejectedException>(() => CleanPages.Clean(page));

        Assert.Equal("no-text", rejected.Reason);
    }

    [Fact]
    public void The_same_bytes_give_the_same_answer()
    {
        var page = CleanPages.Page($"<nav><a href=/>Home</a></nav><article>{CleanPages.Story}</article><div style='display:none'>spam</div>");

        var first = System.Text.Json.JsonSerializer.Serialize(CleanPages.Clean(page));
        var second = System.Text.Json.JsonSerializer.Serialize(CleanPages.Clean(page));

        Assert.Equal(first, second);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static CleanedArticle Clean(string html) => Bounded(() => CleanPages.Clean(html, options: Patient));

    private static CleanedArticle? TryClean(byte[] bytes)
    {
        try
        {
            return CleanPages.Clean(bytes, options: Patient);
        }
        catch (ArticleRejectedException)
        {
            return null;
        }
    }

    private static CleanedArticle Bounded(Func<CleanedArticle> clean)
    {
        var clock = Stopwatch.StartNew();
        var article = clean();
        Assert.True(clock.Elapsed < Longest, $"Cleaning took {clock.Elapsed}.");
        return article;
    }
}
