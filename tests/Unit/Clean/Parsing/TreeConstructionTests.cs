using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ingestion.Clean;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Parsing;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Parsing;

/// <summary>Our nodes, put together by the parser library, are the tree that the library builds of its own nodes.</summary>
public class TreeConstructionTests
{
    // What goes wrong on real pages: nothing here is cut out before the parse.
    private static readonly string[] Pieces =
    [
        "<table>", "</table>", "<tr>", "<td>", "</td>", "<tbody>", "<caption>", "<th>", "<b>", "</b>", "<i class=x>", "</i>", "<a href=/x>", "</a>", "<p>", "</p>",
        "<div>", "</div>", "<div id=a>", "<ul>", "<li>", "</ul>", "<select>", "<option>", "</select>", "<h1>", "</h2>", "<font color=red>", "</font>", "<nobr>", "<form>",
        "</form>", "<button>", "</button>", "<math><mi>", "</math>", "<dl><dt>", "<dd>", "</dl>", "<body class=y>", "<html lang=en>", "<head>", "</head>", "</body>", "</html>",
        "<title>t</title>", "<textarea>\nx</textarea>", "<pre>\n", "</pre>", "<ruby><rt>", "<x-card>", "</x-card>", "<em>", "</em>", "<center>", "</center>", "<marquee>", "</marquee>",
        "<img alt=z>", "<br>", "</br>", "<hr>", "<input value=v>", "<frameset>", "<noscript>", "</noscript>", "<iframe></iframe>", "<xmp>q</xmp>", "one ", " two", " ", "\n", "&amp;", "&lt",
        "<object>", "</object>", "<applet>", "<article>", "</article>", "<code>", "</code>", "</x>", "<meta name=a>", "<link rel=b>", "<base href=/>",
    ];

    [Theory]
    [InlineData("<table><div><b>a<td>b</b>c</table>d")]
    [InlineData("<p>a<table>b<tr>c<td>d</table>e")]
    [InlineData("<table><tr><td><table><p>x<div>y</table></table>z")]
    [InlineData("<b>1<p>2</b>3</p>4")]
    [InlineData("<a href=/1>a<div>b<a href=/2>c</div>d")]
    [InlineData("<b><b><b><b><p>x</b></b></b></b>y")]
    [InlineData("<table><a href=/x>1<p>2</a>3<td>4")]
    [InlineData("<div><table><b></div>x<i>y</table>z")]
    [InlineData("<math><mi><p>x</math>y")]
    [InlineData("<body a=1><p>x<body class=y>z")]
    [InlineData("<select><table><tr><td>x</select>y")]
    [InlineData("a</p>b</br>c")]
    [InlineData("")]
    public void Misnested_markup_gives_the_same_tree(string html) => AssertSame(html);

    [Fact]
    public void Random_markup_gives_the_same_tree()
    {
        var random = new Random(20230719);
        for (var page = 0; page < 3_000; page++)
            AssertSame(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    [Fact]
    public void What_is_nested_too_deep_becomes_a_sibling()
    {
        var page = Parse(string.Concat(Enumerable.Repeat("<div>", 3_000)) + "<p>deep down");

        Assert.True(page.Nodes.Max(Depth) <= new CleanOptions().MaxDepth + 1);
        Assert.Equal("deep down", page.TextOf(page.Root));
    }

    [Fact]
    public void So_does_what_a_table_puts_before_itself_again_and_again()
    {
        var page = Parse(string.Concat(Enumerable.Repeat("<table><div>", 3_000)) + "<p>deep down");

        Assert.True(page.Nodes.Max(Depth) <= new CleanOptions().MaxDepth + 1);
        Assert.Equal("deep down", page.TextOf(page.Root));
    }

    [Fact]
    public void Templates_are_no_part_of_the_page()
    {
        var page = Parse("<p>a</p><template><tr><td>no</template><p>b<table><template><div></template><tr><td>d");

        Assert.Equal("a b d", page.TextOf(page.Root));
    }

    private static void AssertSame(string html)
    {
        var options = new HtmlParserOptions { MaximumDepth = new CleanOptions().MaxDepth, SkipComments = true };
        var theirs = new StringBuilder();
        try
        {
            if (new HtmlParser(options).ParseDocument(html).DocumentElement is { } root) Write(root, theirs, 0);
        }
        catch (NullReferenceException)
        {
            // The library's own fault; we keep what it has built until then.
            Assert.NotEmpty(Parse(html).Nodes);
            return;
        }
        var ours = new StringBuilder();
        foreach (var node in Parse(html).Nodes)
        {
            ours.Append(' ', Depth(node) - 1);
            if (node.Tag == Tag.Text) ours.Append('"').Append(node.Text).Append('"').Append('\n');
            else ours.Append(node.Name).Append(' ').Append(node.Attribute("class")).Append(node.Attribute("href")).Append(node.Attribute("id")).Append('\n');
        }
        Assert.True(theirs.ToString() == ours.ToString(), $"{html}\n--- the library's own\n{theirs}\n--- ours\n{ours}");
    }

    private static void Write(IElement element, StringBuilder tree, int depth)
    {
        tree.Append(' ', depth).Append(element.LocalName).Append(' ').Append(element.GetAttribute("class")).Append(element.GetAttribute("href")).Append(element.Id).Append('\n');
        INode? before = null;
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement inner) Write(inner, tree, depth + 1);
            else if (child is IText text && before is IText) tree.Insert(tree.Length - 2, text.Data);
            else if (child is IText first) tree.Append(' ', depth + 1).Append('"').Append(first.Data).Append('"').Append('\n');
            before = child;
        }
    }

    private static int Depth(PageNode node)
    {
        var depth = 0;
        for (var n = node; n is not null; n = n.Parent) depth++;
        return depth;
    }

    private static Page Parse(string html) => PageParser.Parse(
        html.AsMemory(), new Budget(new CleanOptions(), TestContext.Current.CancellationToken), new HashSet<string>(), new TextNodeRepair(null, new RemovalLedger()));
}
