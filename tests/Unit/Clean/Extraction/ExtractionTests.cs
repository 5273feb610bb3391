using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Extraction;

public class ExtractionTests
{
    [Fact]
    public void A_standfirst_as_long_as_a_paragraph_leads_the_body()
    {
        const string standfirst = "Two rusted bearings, nine weeks of detours, and a city that quarrels about the dates: what drivers, merchants and guests have to know about the works.";
        var article = CleanPages.Clean(CleanPages.Page(
            $"<header><h1>Harbour bridge to close</h1><p class=\"standfirst\">{standfirst}</p></header><div class=\"article-body\">{CleanPages.Story}</div>"));

        Assert.Equal(standfirst, article.Standfirst);
        Assert.Equal($"{standfirst}\n\n{CleanPages.Body}", article.BodyText);
    }

    [Fact]
    public void A_short_standfirst_in_the_head_of_the_page_is_a_field_and_no_paragraph()
    {
        const string standfirst = "Two rusted bearings, and nine weeks of detours for lorries";
        var article = CleanPages.Clean(CleanPages.Page(
            $"<header><h1>Harbour bridge to close</h1><p class=\"standfirst\">{standfirst}</p></header><div class=\"article-body\">{CleanPages.Story}</div>"));

        Assert.Equal(standfirst, article.Standfirst);
        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void A_short_standfirst_among_the_paragraphs_is_one_of_them()
    {
        const string standfirst = "Two rusted bearings, and nine weeks of detours for lorries.";
        var article = CleanPages.Clean(CleanPages.Page(
            $"<h1>Harbour bridge to close</h1><div class=\"article-body\"><p class=\"intro\">{standfirst}</p>{CleanPages.Story}</div>"));

        Assert.Equal(standfirst, article.Standfirst);
        Assert.Equal($"{standfirst}\n\n{CleanPages.Body}", article.BodyText);
    }

    [Fact]
    public void Without_any_known_name_the_prose_leads_the_way()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<div><div><a href=/1>One</a> <a href=/2>Two</a></div><div><div>{CleanPages.Story}</div></div><div>Imprint</div></div>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void Comments_that_outweigh_the_article_do_not_win()
    {
        var comments = string.Concat(Enumerable.Repeat("<p>I have lived here for thirty years, and, honestly, it was always like that, wasn't it?</p>", 40));
        var article = CleanPages.Clean(CleanPages.Page($"<div class=\"post\">{CleanPages.Story}</div><div id=\"comments\">{comments}</div>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void Every_word_of_the_page_is_in_the_body_or_in_the_ledger()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<p>Welcome</p><div class=\"post\">{CleanPages.Story}</div><div class=\"share\">Share</div><div><span>Imprint</span></div>"));

        foreach (var word in (string[])["Welcome", "Share", "Imprint"])
            Assert.Contains(article.Removals, removal => removal.Excerpt.Contains(word, StringComparison.Ordinal));
        Assert.True(article.WordsRemoved >= 3);
    }

    [Fact]
    public void A_page_whose_only_text_is_in_links_to_scripts_is_read() =>
        Assert.Equal("Harbour news\n\nNo ferries today", CleanPages.Clean(
            CleanPages.Page("<a href=\"javascript:show()\"><p>Harbour news</p><p>No ferries today</p></a>")).BodyText);

    [Fact]
    public void A_page_whose_only_text_is_in_links_to_elsewhere_has_no_article() =>
        Assert.Throws<ArticleRejectedException>(() => CleanPages.Clean(
            CleanPages.Page("<article><a href=\"/1\"><p>Harbour news</p></a><a href=\"/2\"><p>No ferries today</p></a></article>")));
}
