using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Pruning.Lines;

/// <summary>A rule of the folder Pruning/Lines, on a page that has nothing else to take out.</summary>
public class LineRulesTests
{
    [Theory]
    [InlineData("info-line", "<p>By Ada Example</p>")]
    [InlineData("info-line", "<div>Updated 10:01 pm CET, Tuesday, March 14, 2023</div>")]
    [InlineData("info-line", "<p>Von Ada Beispiel, 14. März 2023, 09:20 Uhr</p>")]
    [InlineData("info-line", "<div>2023-03-14 09:20:11</div>")]
    [InlineData("contact-line", "<p>ada@news.example</p>")]
    [InlineData("contact-line", "<p>https://news.example/harbour-bridge</p>")]
    [InlineData("boilerplate-line", "<p>Text size</p>")]
    public void Short_lines_before_the_text_are_its_head(string rule, string line) =>
        IsTaken(rule, CleanPages.Clean(CleanPages.Page($"<article>{line}{CleanPages.Story}</article>")));

    [Theory]
    [InlineData("info-line", "<p>14 March 2023</p>")]
    [InlineData("contact-line", "<p>Mail: ada@news.example</p>")]
    [InlineData("contact-line", "<p>@adaexample</p>")]
    [InlineData("sign-off", "<p>(dpa)</p>")]
    [InlineData("sign-off", "<p>abc/xyz</p>")]
    [InlineData("boilerplate-line", "<p>Ada Example contributed to this report.</p>")]
    [InlineData("boilerplate-line", "<p>（责任编辑：艾达）</p>")]
    [InlineData("boilerplate-line", "<p>© 2023 The Lake Post. All rights reserved.</p>")]
    [InlineData("empty-section", "<h3>Sources and further thoughts</h3>")]
    public void Short_lines_after_the_text_are_its_foot(string rule, string line) =>
        IsTaken(rule, CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}{line}</article>")));

    [Fact]
    public void What_stands_above_the_line_with_date_and_author_goes_with_it()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article><div>City and lake</div><p>By Ada Example, 14 March 2023</p>{CleanPages.Story}</article>"));

        IsTaken("above-info-line", article);
    }

    [Fact]
    public void A_date_in_a_sentence_or_a_heading_stays()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}<h2>14 March 2023</h2><p>The city made up its mind on 14 March 2023, after a night of talks.</p></article>"));

        Assert.EndsWith("14 March 2023\n\nThe city made up its mind on 14 March 2023, after a night of talks.", article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_and_cards_under_a_heading_for_them_go_with_it()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article>{CleanPages.Story}<p>DON'T MISS</p><p><a href=\"/a\">Ferry turns back</a> [PICTURES]</p><p><a href=\"/b\">Who pays for the pier</a> [ANALYSIS]</p></article>"));

        IsTaken("related-section", article);
    }

    [Fact]
    public void A_heading_after_links_to_other_articles_begins_the_text_again()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article><p>{CleanPages.FirstParagraph}</p><p>Read more</p><p><a href=\"/a\">Ferry turns back</a></p><h2>The detour</h2><p>{CleanPages.SecondParagraph}</p></article>"));

        Assert.Equal($"{CleanPages.FirstParagraph}\n\nThe detour\n\n{CleanPages.SecondParagraph}", article.BodyText);
    }

    [Theory]
    [InlineData("<div class=\"article-image\"><img src=\"/x.jpg\"><p>The bridge on Monday, seen from the old shipyard.</p></div>")]
    [InlineData("<figure><img src=\"/x.jpg\">The bridge on Monday, seen from the old shipyard.</figure>")]
    public void The_text_beside_a_picture_goes_and_the_picture_stays(string picture)
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article><p>{CleanPages.FirstParagraph}</p>{picture}<p>{CleanPages.SecondParagraph}</p><p>{CleanPages.ThirdParagraph}</p></article>"));

        IsTaken("caption", article);
        Assert.Single(article.Images);
    }

    [Fact]
    public void A_quotation_that_repeats_a_paragraph_goes()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article>{CleanPages.Story}<blockquote>“Nobody asked us about the dates, we live from those weeks”</blockquote><blockquote>We live from those weeks, said the owner of a bookshop</blockquote></article>"));

        Assert.EndsWith("“Nobody asked us about the dates, we live from those weeks”", article.BodyText, StringComparison.Ordinal);
        Assert.Contains(article.Removals, removal => removal.Rule == "pull-quote");
    }

    [Fact]
    public void What_the_pages_own_data_leaves_out_is_no_text()
    {
        var declared = CleanPages.Body.Replace("\n\n", " ", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article><p>Our weekend edition, on paper</p>{CleanPages.Story}<p>Our readers rate this site with five stars, year after year.</p></article>",
            $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Harbour bridge to close\",\"articleBody\":\"{declared}\"}}</script>"));

        IsTaken("undeclared-line", article);
    }

    [Fact]
    public void Data_that_are_cut_off_take_nothing_out()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article>{CleanPages.Story}</article>",
            $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Harbour bridge to close\",\"articleBody\":\"{CleanPages.FirstParagraph}\"}}</script>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void A_line_is_taken_out_of_a_block_that_only_breaks_divide()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<div>By Ada Example<br>14 March 2023<br><br>{CleanPages.FirstParagraph}<br><br>{CleanPages.SecondParagraph}<br><br>{CleanPages.ThirdParagraph}<br>【打印】</div>"));

        Assert.Equal(CleanPages.Body, article.BodyText.Replace("\n\n", "\n", StringComparison.Ordinal).Replace("\n", "\n\n", StringComparison.Ordinal));
        Assert.Contains(article.Removals, removal => removal.Rule == "info-line" && removal.Excerpt == "By Ada Example" || removal.Excerpt == "14 March 2023");
    }

    [Fact]
    public void A_word_with_a_class_of_its_own_stays_in_its_sentence()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article>{CleanPages.Story}<p>For <a class=\"tag-link\" href=\"/t\">Lindau</a> that is nothing new, as its mayor, who was born there, likes to say.</p></article>"));

        Assert.EndsWith("For Lindau that is nothing new, as its mayor, who was born there, likes to say.", article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_in_other_words_than_the_title_is_no_text()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article><header><h1 class=\"headline\">Nine weeks without a bridge</h1></header>{CleanPages.Story}</article>",
            "<meta property=\"og:title\" content=\"Harbour bridge to close\">"));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Theory]
    [InlineData("<p>Ada Example</p>", "")]
    [InlineData("", "<p>Ada Example</p>")]
    [InlineData("", "<p>Ada Example is a reporter of this paper. She has lived on the island since she was a child.</p>")]
    public void An_authors_name_and_what_she_is_like_are_no_text(string before, string after) =>
        IsTaken("author-line", CleanPages.Clean(CleanPages.Page($"<article>{before}{CleanPages.Story}{after}</article>", "<meta name=\"author\" content=\"Ada Example\">")));

    [Fact]
    public void What_stands_there_twice_stays_once_and_a_single_line_may_come_again()
    {
        var twice = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}{CleanPages.Story}</article>"));
        IsTaken("repeated-line", twice);

        var refrain = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}<p>{CleanPages.FirstParagraph}</p></article>"));
        Assert.Equal($"{CleanPages.Body}\n\n{CleanPages.FirstParagraph}", refrain.BodyText);
    }

    private static void IsTaken(string rule, CleanedArticle article)
    {
        Assert.Equal(CleanPages.Body, article.BodyText);
        Assert.Contains(article.Removals, removal => removal.Rule == rule);
    }
}
