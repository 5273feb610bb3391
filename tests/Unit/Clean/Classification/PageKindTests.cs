using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Classification;

public class PageKindTests
{
    [Theory]
    [InlineData("<title>404 - Page not found</title><p>Sorry, this page is gone. Try the search, or go home.</p>", PageKind.NotFound)]
    [InlineData("<title>Seite nicht gefunden</title><p>Leider gibt es diese Seite nicht, oder nicht mehr.</p>", PageKind.NotFound)]
    [InlineData("<title>Just a moment...</title><p>Checking your browser before accessing the site. Please wait.</p>", PageKind.BotChallenge)]
    [InlineData("<title>The Lake Post</title><p>Before you continue, choose: we use cookies, and so do our partners.</p>", PageKind.Consent)]
    public void Pages_that_are_no_article_are_told(string page, PageKind kind)
    {
        var article = CleanPages.Clean(page);

        Assert.Equal(kind, article.Kind);
        Assert.Contains(article.Warnings, warning => warning.Code.StartsWith("page-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_front_page_is_a_list()
    {
        var teasers = string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"<li><h3><a href=\"/{i}\">Story number {i} of a long day in town</a></h3><p>What happened, and why it matters, in a sentence or two.</p></li>"));

        Assert.Equal(PageKind.List, CleanPages.Clean($"<title>The Lake Post</title><ul>{teasers}</ul><p>All the news of the lake, from all its shores, every day.</p>").Kind);
    }

    [Fact]
    public void An_article_cut_off_by_its_paywall_is_told()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article>{CleanPages.Story}</article>",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"isAccessibleForFree\":false}</script>"));

        Assert.Equal(PageKind.Paywall, article.Kind);
    }

    [Fact]
    public void An_article_is_an_article()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}</article>"));

        Assert.Equal(PageKind.Article, article.Kind);
        Assert.Empty(article.Warnings);
    }
}
