using Ingestion.Clean.Sanitising;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Sanitising;

public class BodyHtmlTests
{
    [Fact]
    public void Only_allowed_elements_and_attributes_come_through()
    {
        var article = CleanPages.Clean(CleanPages.Page($"""
            <article>{CleanPages.Story}<p onclick="steal()" style="color:red">Some <b class="x">bold</b> and <a href="javascript:alert(1)">bad</a>,
            <a href="/good?utm_source=x&amp;page=2" onmouseover="y()">good</a> text, with &lt;script&gt; in it.</p><iframe src="https://evil.example/"></iframe>
            <script>alert(1)</script><object data="x"></object><svg onload="x()"></svg></article>
            """));

        Assert.Contains(
            "<p>Some <strong>bold</strong> and bad, <a href=\"https://news.example/good?page=2\">good</a> text, with &lt;script&gt; in it.</p>",
            article.BodyHtml, StringComparison.Ordinal);
        foreach (var word in (string[])["onclick", "style", "javascript", "iframe", "<script", "object", "svg", "onload"])
            Assert.DoesNotContain(word, article.BodyHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a?fbclid=1", "https://news.example/a")]
    [InlineData("/a?b=1&utm_medium=x&c=2", "https://news.example/a?b=1&c=2")]
    [InlineData("https://other.example/x?q=utm_", "https://other.example/x?q=utm_")]
    [InlineData("mailto:ada@news.example", "mailto:ada@news.example")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("#top", null)]
    [InlineData("", null)]
    public void Links_are_absolute_and_without_tracking(string link, string? expected) =>
        Assert.Equal(expected, new LinkResolver(new Uri("https://news.example/2023/")).Resolve(link));

    [Fact]
    public void Paragraphs_of_inline_text_between_blocks_are_closed()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}<div>Loose <i>text, in a</i> box, with enough words to be read.<h2>Then</h2>More of it, here.</div></article>"));

        Assert.EndsWith("<p>Loose <em>text, in a</em> box, with enough words to be read.</p><h2>Then</h2><p>More of it, here.</p>", article.BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_are_listed_with_absolute_urls()
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}<img src=\"data:,\" data-src=\"/bridge.jpg\" alt=\"The bridge\"><img width=1 height=1 src=\"/pixel.gif\"></article>"));

        var image = Assert.Single(article.Images);
        Assert.Equal("https://news.example/bridge.jpg", image.Url);
        Assert.Equal("The bridge", image.Alt);
    }
}
