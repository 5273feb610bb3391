using Xunit;

namespace Ingestion.Unit.Tests.Clean.Pruning;

public class BoilerplateTests
{
    [Theory]
    [InlineData("<nav><a href=\"/a\">Home</a> <a href=\"/b\">City news</a></nav>")]
    [InlineData("<div class=\"share-buttons\">Share on Facebook</div>")]
    [InlineData("<div class=\"newsletter-signup\"><p>Get our best stories, every morning, in your inbox.</p></div>")]
    [InlineData("<div id=\"cookie-banner\"><p>We use cookies, ours and those of partners, to show you this page.</p></div>")]
    [InlineData("<div class=\"relatedPosts\"><h3>Related</h3><ul><li><a href=\"/x\">Another story of the day</a></li></ul></div>")]
    [InlineData("<figure><img src=\"/x.jpg\"><figcaption>The bridge on Monday, seen from the old shipyard.</figcaption></figure>")]
    [InlineData("<div class=\"author-bio\"><p>Ada Example writes about the city, its bridges and its people.</p></div>")]
    [InlineData("<section id=\"comments\"><p>I have lived here for thirty years, and it was always like that.</p></section>")]
    [InlineData("<p>Read more: <a href=\"/y\">How the bridge was built</a></p>")]
    [InlineData("<p>Lesen Sie auch: <a href=\"/y\">Wie die Brücke entstand</a></p>")]
    [InlineData("<p><a href=\"/y\">How the bridge was built, and who paid for it</a></p>")]
    [InlineData("<p>相关阅读：</p>")]
    [InlineData("<p>ADVERTISEMENT</p>")]
    [InlineData("<h3>Sources</h3>")]
    public void What_stands_around_the_text_is_not_in_it(string boilerplate)
    {
        var article = CleanPages.Clean(CleanPages.Page($"<main><article>{CleanPages.Story}{boilerplate}</article></main>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void The_headline_is_the_title_and_not_the_body()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article><p>City</p><h1>Harbour bridge to close</h1>{CleanPages.Story}</article>"));

        Assert.Equal("Harbour bridge to close", article.Title);
        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void A_layout_that_calls_everything_a_sidebar_keeps_its_article()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<div class=\"sidebar\">{CleanPages.Story}</div>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    [Fact]
    public void Headings_lists_quotes_and_tables_are_body()
    {
        var article = CleanPages.Clean(CleanPages.Page(
            $"<article>{CleanPages.Story}<h2>The dates</h2><ul><li>March to May</li></ul><table><tr><th>Lane</th><td>Two</td></tr></table><blockquote>Nobody asked.</blockquote></article>"));

        Assert.EndsWith("The dates\n\nMarch to May\n\nLane\n\nTwo\n\nNobody asked.", article.BodyText, StringComparison.Ordinal);
    }
}
