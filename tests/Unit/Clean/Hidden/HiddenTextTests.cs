using Xunit;

namespace Ingestion.Unit.Tests.Clean.Hidden;

public class HiddenTextTests
{
    [Theory]
    [InlineData("<div style=\"display: none\">Cheap watches, cheap bags, cheap everything.</div>", "display-none")]
    [InlineData("<div hidden>Cheap watches, cheap bags, cheap everything.</div>", "hidden-attribute")]
    [InlineData("<div style=\"position:absolute;left:-9999px\">Cheap watches, cheap bags, cheap everything.</div>", "off-screen")]
    [InlineData("<p style=\"text-indent:-9999px\">Cheap watches, cheap bags, cheap everything.</p>", "off-screen")]
    [InlineData("<p style=\"font-size:0\">Cheap watches, cheap bags, cheap everything.</p>", "zero-size")]
    [InlineData("<div style=\"height:0;overflow:hidden\">Cheap watches, cheap bags, cheap everything.</div>", "zero-size")]
    [InlineData("<p style=\"color:#fff;background:#fff\">Cheap watches, cheap bags, cheap everything.</p>", "colour-on-colour")]
    [InlineData("<p style=\"opacity:0\">Cheap watches, cheap bags, cheap everything.</p>", "colour-on-colour")]
    [InlineData("<p style=\"position:absolute;clip:rect(0 0 0 0)\">Cheap watches, cheap bags, cheap everything.</p>", "clip-rect")]
    [InlineData("<p class=\"xq\">Cheap watches, cheap bags, cheap everything.</p>", "style-sheet-hidden")]
    [InlineData("<div><ins id=\"kcqvi\">Cheap</ins><ins id=\"kcqvi\">watches</ins></div>", "random-name")]
    [InlineData("<p><a href=\"http://a.example/\">Cheap watches</a> <a href=\"http://b.example/\">bags</a> <a href=\"http://c.example/\">all</a> <a href=\"http://d.example/\">more</a></p>", "link-farm")]
    public void Text_that_no_reader_sees_is_removed_and_recorded(string hidden, string rule)
    {
        var article = CleanPages.Clean(CleanPages.Page($"<article>{CleanPages.Story}{hidden}</article>", "<style>.xq{display:none}</style>"));

        Assert.Equal(CleanPages.Body, article.BodyText);
        Assert.DoesNotContain("heap", article.BodyHtml, StringComparison.Ordinal);
        Assert.Contains(article.Removals, removal => removal.Rule == rule && removal.Excerpt.Contains("heap", StringComparison.Ordinal));
    }

    [Fact]
    public void An_article_that_only_a_script_would_show_comes_out() =>
        Assert.Equal(CleanPages.Body, CleanPages.Clean(CleanPages.Page($"<div style=\"display:none\">{CleanPages.Story}</div>")).BodyText);
}
