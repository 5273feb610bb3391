using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Sanitising;

public class ImageCaptionTests
{
    [Theory]
    [InlineData("<figure><img src=\"/a.jpg\" alt=\"A\"><figcaption>The bridge in 1907. Photo: Ada Example</figcaption></figure>", "The bridge in 1907. Photo: Ada Example")]
    [InlineData("<div class=\"wp-caption\"><img src=\"/a.jpg\" alt=\"A\"><p class=\"wp-caption-text\">The bridge in 1907</p></div>", "The bridge in 1907")]
    [InlineData("<figure><a href=\"/big\"><picture><source srcset=\"/x.webp\"><img src=\"/a.jpg\" alt=\"A\"></picture></a><figcaption>The bridge</figcaption></figure>", "The bridge")]
    [InlineData("<p><img src=\"/a.jpg\" alt=\"A\"></p>", null)]
    [InlineData("<figure><img src=\"/a.jpg\" alt=\"A\"><img src=\"/b.jpg\"><figcaption>Of the second</figcaption></figure>", null)]
    public void A_caption_stands_beside_its_image_and_not_in_the_text(string figure, string? caption)
    {
        var article = Clean(figure);

        Assert.Equal(new ArticleImage("https://news.example/a.jpg", "A", caption), article.Images[0]);
        if (caption is not null) Assert.DoesNotContain(caption, article.BodyText, StringComparison.Ordinal);
        Assert.Contains(CleanPages.SecondParagraph, article.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lead_image_has_the_caption_that_it_has_in_the_body() =>
        Assert.Equal(new ArticleImage("https://news.example/a.jpg", "A", "The bridge"), Clean(
            "<figure><img src=\"/a.jpg\" alt=\"A\"><figcaption>The bridge</figcaption></figure>", "<meta property=\"og:image\" content=\"/a.jpg\">").LeadImage);

    [Theory]
    [InlineData("<img src=\"data:image/gif;base64,R0lGOD\" data-src=\"/late.jpg\">")]
    [InlineData("<img src=\"data:image/gif;base64,R0lGOD\" srcset=\"/late.jpg 640w, /large.jpg 1280w\">")]
    [InlineData("<img src=\"/late.jpg\"><img src=\"/late.jpg\">")]
    public void An_image_that_is_loaded_late_is_found_once(string image) =>
        Assert.Equal("https://news.example/late.jpg", Assert.Single(Clean($"<p>{image}</p>").Images).Url);

    private static CleanedArticle Clean(string figure, string head = "") => CleanPages.Clean(CleanPages.Page(
        $"<article><p>{CleanPages.FirstParagraph}</p>{figure}<p>{CleanPages.SecondParagraph}</p><p>{CleanPages.ThirdParagraph}</p></article>", head));
}
