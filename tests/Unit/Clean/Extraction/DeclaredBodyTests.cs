using Xunit;

namespace Ingestion.Unit.Tests.Clean.Extraction;

public class DeclaredBodyTests
{
    private static readonly string Long = string.Join("\\n", Enumerable.Range(1, 10).Select(i => $"{i}. {CleanPages.FirstParagraph}"));

    [Fact]
    public void Where_the_page_shows_only_the_beginning_the_article_is_its_data()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article><p>{CleanPages.FirstParagraph}</p></article>", Data(Long)));

        Assert.Equal(10, article.BodyText.Split("\n\n").Length);
        Assert.StartsWith("<p>1. The harbour bridge", article.BodyHtml, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, warning => warning.Code == "declared-body");
    }

    [Fact]
    public void Markup_in_the_data_is_not_text()
    {
        var article = CleanPages.Clean(CleanPages.Page("<article></article>", Data(string.Concat(Enumerable.Repeat($"<p>{CleanPages.SecondParagraph} Tom &amp; Ada</p>", 8)))));

        Assert.Equal($"{CleanPages.SecondParagraph} Tom & Ada", article.BodyText.Split("\n\n")[0]);
        Assert.DoesNotContain("<", article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_shows_its_article_is_read_and_not_its_data()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}</article>", Data("Another text altogether.")));

        Assert.Equal(CleanPages.Body, article.BodyText);
    }

    private static string Data(string body) =>
        $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Harbour bridge to close\",\"articleBody\":\"{body}\"}}</script>";
}
