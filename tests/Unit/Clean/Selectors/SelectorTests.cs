using FsCheck.Xunit;
using Ingestion.Clean;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Selectors;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Selectors;

public sealed class SelectorTests
{
    private const string Html = """
        <html><body>
        <div id="page" class="wide page" data-kind="story-long" lang="en-GB">
          <h1 id="h">Title</h1>
          <ul id="list"><li id="one" class="a"></li><li id="two" class="a b"></li><li id="three"></li><li id="four" class="ab"></li></ul>
          <section id="outer"><div id="middle"><section id="inner"><p id="deep">x</p></section></div><p id="shallow">y</p></section>
          <a id="link" href="https://news.example/Page.html" rel="external nofollow">z</a>
          <x-card id="1st">w</x-card>
        </div></body></html>
        """;

    private static readonly Page Page =
        PageParser.Parse(Html.AsMemory(), new Budget(new CleanOptions(), CancellationToken.None), new HashSet<string> { "data-kind" }, new TextNodeRepair(null, new RemovalLedger()));

    [Theory]
    [InlineData("h1", "h")]
    [InlineData("H1", "h")]
    [InlineData("li", "one two three four")]
    [InlineData(".a", "one two")]
    [InlineData("li.a.b", "two")]
    [InlineData(".page.wide", "page")]
    [InlineData("#two", "two")]
    [InlineData("x-card", "1st")]
    [InlineData(@"#\31 st", "1st")]
    [InlineData("ul *", "one two three four")]
    [InlineData("#list > li", "one two three four")]
    [InlineData("#page > li", "")]
    [InlineData("#page li", "one two three four")]
    [InlineData("section p", "deep shallow")]
    [InlineData("section > p", "deep shallow")]
    [InlineData("section section p", "deep")]
    [InlineData("section > div p", "deep")]
    [InlineData("#outer > section p", "")]
    [InlineData("body section div > section > p", "deep")]
    [InlineData("h1, a ,#three", "h three link")]
    [InlineData("li:first-child", "one")]
    [InlineData("li:nth-child(2)", "two")]
    [InlineData("li:nth-child(odd)", "one three")]
    [InlineData("li:nth-child(even)", "two four")]
    [InlineData("li:nth-child(2n)", "two four")]
    [InlineData("li:nth-child( 2n + 1 )", "one three")]
    [InlineData("li:nth-child(-n+2)", "one two")]
    [InlineData("li:nth-child(n+3)", "three four")]
    [InlineData("li:not(.a)", "three four")]
    [InlineData("li:not(.b, :first-child)", "three four")]
    [InlineData("p:not(section section p)", "shallow")]
    [InlineData("li:not(:not(.b))", "two")]
    [InlineData("[data-kind]", "page")]
    [InlineData("[data-kind=story-long]", "page")]
    [InlineData("[data-kind^=story]", "page")]
    [InlineData("[data-kind$='long']", "page")]
    [InlineData("[data-kind*=\"ry-lo\"]", "page")]
    [InlineData("[data-kind*='']", "")]
    [InlineData("[rel~=nofollow]", "link")]
    [InlineData("[rel~=follow]", "")]
    [InlineData("[lang|=en]", "page")]
    [InlineData("[href$='page.html']", "")]
    [InlineData("[href$='page.html' i]", "link")]
    public void It_matches_as_CSS_says(string selector, string ids) => Assert.Equal(ids, Ids(Selector.Parse(selector)));

    [Theory]
    [InlineData("", "ends")]
    [InlineData("div >", "ends")]
    [InlineData("> div", "'>' at character 1")]
    [InlineData("div,,p", "',' at character 5")]
    [InlineData(".2col", "'2' at character 2")]
    [InlineData("div)", "')' at character 4")]
    [InlineData("a[href", "ends")]
    [InlineData("a[href!=x]", "'!' at character 7")]
    [InlineData("a[href='x]", "does not end")]
    [InlineData("h1 + p", "'+' at character 4 is not supported")]
    [InlineData("h1 ~ p", "'~' at character 4 is not supported")]
    [InlineData("p:has(a)", "':has' at character 2 is not supported")]
    [InlineData("p:hover", "':hover'")]
    [InlineData("p::before", "pseudo-element")]
    [InlineData("p:nth-child(x)", "needs a place")]
    [InlineData("p:nth-child", "needs a place")]
    [InlineData("p:not", "needs a selector")]
    [InlineData("p:not(a", "ends")]
    [InlineData("p:not(:not(:not(:not(:not(a)))))", "nested too deeply")]
    public void What_is_no_selector_or_not_supported_is_refused_with_its_place(string selector, string part)
    {
        var error = Assert.Throws<SelectorSyntaxException>(() => Selector.Parse(selector));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_attributes_that_it_asks_for() =>
        Assert.Equal(["class", "data-x", "id"], Selector.Parse("a.b > #c:not([data-x])").Attributes.Order());

    [Fact]
    public void Many_descendants_on_a_deep_page_take_no_time()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 500)) + "<p>x</p>";
        var page = PageParser.Parse(deep.AsMemory(), new Budget(new CleanOptions(), CancellationToken.None), new HashSet<string>(), new TextNodeRepair(null, new RemovalLedger()));
        // Trying every combination of ancestors would take longer than the universe is old.
        var selector = Selector.Parse(".a " + string.Concat(Enumerable.Repeat("div ", 100)) + "p");
        Assert.Null(selector.FindFirst(page, new ElementPositions(page)));
    }

    [Property]
    public void Whatever_the_text_is_it_is_a_selector_or_refused(byte[] picks)
    {
        const string letters = "a.#[]:>,()\"'= *~|+-n2\\é";
        var text = string.Concat(picks.Select(pick => letters[pick % letters.Length]));
        try
        {
            Ids(Selector.Parse(text));
        }
        catch (SelectorSyntaxException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private static string Ids(Selector selector)
    {
        var positions = new ElementPositions(Page);
        return string.Join(' ', Page.Nodes.Where(node => selector.Matches(node, positions)).Select(node => node.Attribute("id")));
    }
}
