using System.Text.RegularExpressions;
using FsCheck.Xunit;
using Ingestion.Ingest.Feeds.Sanitising;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Feeds;

public sealed partial class HtmlSanitizerTests
{
    [Theory]
    [InlineData("<p onclick='x()'>Hello <b>you</b></p>", "<p>Hello <b>you</b></p>")]
    [InlineData("a<script>evil('</b>')</script>b", "ab")]
    [InlineData("a<style>p{}</style>b<STYLE>", "ab")]
    [InlineData("a<script>never closed", "a")]
    [InlineData("<object data='x'><param name='y'>text</object>", "text")]
    [InlineData("<a href=\"javascript:x()\">l</a>", "<a href=\"\">l</a>")]
    [InlineData("<a href=\" java\nscript:x()\">l</a>", "<a href=\"\">l</a>")]
    [InlineData("<a href=\"&#106;avascript:x()\">l</a>", "<a href=\"\">l</a>")]
    [InlineData("<img src=x onerror=alert(1)//>", "<img src=\"x\" />")]
    [InlineData("<img src=\"data:image/png;base64,AA\"><img src=\"data:text/html,x\">", "<img src=\"data:image/png;base64,AA\" /><img src=\"\" />")]
    [InlineData("<br><hr/>x</br>", "<br /><hr />x")]
    [InlineData("<td title='a<b\">c'>x", "<td title=\"a&lt;b&quot;&gt;c\">x")]
    [InlineData("1 < 2 && 3 > 2", "1 &lt; 2 && 3 > 2")]
    [InlineData("<!-- c --><?pi x?><!DOCTYPE x>a<![CDATA[b", "a&lt;![CDATA[b")]
    [InlineData("&eacute; &unknown; &#X41; &#150;", "&eacute; &amp;unknown; &#x41; \u2013")]
    [InlineData("<input checked disabled>", "<input checked=\"checked\" disabled=\"disabled\" />")]
    [InlineData("<p style='color:red; position:fixed; background:url(x) white'>x", "<p style=\"color: red; background: white;\">x")]
    [InlineData("<p style='width: expression(alert(1))'>x", "<p>x")]
    [InlineData("<svg><script>x</script><circle r='1' onload='x'/></svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\" /></svg>")]
    [InlineData("<svg><animate attributeName='href' to='javascript:x'/></svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    [InlineData("<circle r='1'>", "")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=y>\">", "<noscript><p title=\"&lt;/noscript&gt;&lt;img src=x onerror=y&gt;\">")]
    public void What_runs_goes_and_what_shows_stays(string html, string expected) => Assert.Equal(expected, HtmlSanitizer.Sanitize(html, null));

    [Theory]
    [InlineData("<a href='b.html'>x</a>", "<a href=\"https://a.example/dir/b.html\">x</a>")]
    [InlineData("<img src='/i.png'>", "<img src=\"https://a.example/i.png\" />")]
    [InlineData("<a href='#top'>x</a>", "<a href=\"https://a.example/dir/p#top\">x</a>")]
    [InlineData("<a href='mailto:me@a.example'>x</a>", "<a href=\"mailto:me@a.example\">x</a>")]
    [InlineData("<span href='b.html'>x</span>", "<span href=\"b.html\">x</span>")]
    public void Relative_links_start_from_the_base(string html, string expected) =>
        Assert.Equal(expected, HtmlSanitizer.Sanitize(html, "https://a.example/dir/p"));

    [Theory]
    [InlineData("<b>bold</b> text", true)]
    [InlineData("R&amp;D", true)]
    [InlineData("Use the <foo> tag </foo>", false)]
    [InlineData("a & b < c", false)]
    [InlineData("&nosuch; </b>", false)]
    public void Markup_is_told_from_text(string text, bool isHtml) => Assert.Equal(isHtml, MarkupGuess.IsHtml(text));

    [Property(MaxTest = 1000)]
    public void Whatever_comes_in_only_known_tags_with_quoted_attributes_come_out(int seed)
    {
        var html = HtmlSanitizer.Sanitize(RandomHtml(new Random(seed)), "https://a.example/");
        Assert.DoesNotContain('<', WellFormedTag().Replace(html, ""));
        Assert.All(Href().Matches(html), href => Assert.DoesNotMatch(@"(?i)^\s*j\s*a\s*v\s*a\s*script:", href.Value));
        foreach (Match tag in WellFormedTag().Matches(html))
        {
            Assert.True(HtmlVocabulary.Elements.Contains(tag.Groups[1].Value) || tag.Groups[1].Value is "svg" or "math" or "circle", tag.Value);
            Assert.DoesNotMatch(@"\s(?:on\w+|srcdoc|formaction)=", tag.Value.Split('"').Where((_, i) => i % 2 == 0).Aggregate("", (a, b) => a + b));
        }
        Assert.Equal(html, HtmlSanitizer.Sanitize(html, "https://a.example/"));
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<a b='")]
    [InlineData("<a b=\"<")]
    [InlineData("<script>")]
    [InlineData("<?")]
    [InlineData("<a ")]
    [InlineData("<svg>")]
    public void No_HTML_takes_more_than_linear_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = HtmlSanitizer.Sanitize(string.Concat(Enumerable.Repeat(piece, 200_000)), null);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    private static string RandomHtml(Random random)
    {
        string[] pieces =
        [
            "<", ">", "\"", "'", "=", "/", " ", "<p", "<a href=", "javascript:", "java\tscript:x", "<script>", "</script>", "<!--", "-->", "&lt;", "&#60;", "&", ";",
            "onerror=", "<img src=x ", "<svg>", "<math>", "</svg>", "<circle r=1 />", "style=\"color:red\"", "<style>", "<noscript>", "text", "`", "\u0000", "<b/>", "<iframe srcdoc='<script>'>",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    [GeneratedRegex("""</?([a-z0-9-]+)(?: [\w:-]+="[^"<>]*")*(?: /)?>""")]
    private static partial Regex WellFormedTag();

    [GeneratedRegex("""(?<= href=")[^"]*""")]
    private static partial Regex Href();
}
