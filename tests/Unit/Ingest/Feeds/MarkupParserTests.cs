using System.Text;
using System.Xml.Linq;
using FsCheck.Xunit;
using Ingestion.Ingest.Feeds.Markup;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Feeds;

public sealed class MarkupParserTests
{
    [Theory]
    [InlineData("<r a='1'><b>x &amp; &#65;&#x42; y</b><c/></r>")]
    [InlineData("<?xml version='1.0'?><!-- c --><r xmlns:p='urn:p' p:a=\"v\"><p:b><![CDATA[<x>&amp;]]></p:b></r>")]
    [InlineData("<!DOCTYPE r [<!ENTITY e 'text'>]><r>&e; &e;</r>")]
    public void What_is_well_formed_reads_as_any_XML_reader_reads_it(string xml)
    {
        var document = MarkupParser.Parse(xml);
        Assert.Empty(document.Defects);
        Assert.Equal(Write(XElement.Parse(xml.Contains("ENTITY", StringComparison.Ordinal) ? "<r>text text</r>" : xml)), Write(Assert.Single(document.Roots)));
    }

    [Property(MaxTest = 300)]
    public void Any_well_formed_document_reads_as_any_XML_reader_reads_it(int seed)
    {
        var xml = RandomElement(new Random(seed), 0).ToString(SaveOptions.DisableFormatting);
        var document = MarkupParser.Parse(xml);
        Assert.Empty(document.Defects);
        Assert.Equal(Write(XElement.Parse(xml, LoadOptions.PreserveWhitespace)), Write(Assert.Single(document.Roots)));
    }

    [Theory]
    [InlineData("<r><a>1 & 2</a></r>", "r(a('1 & 2'))", "")]
    [InlineData("<r><a>caf&eacute;&nbsp;x</a></r>", "r(a('caf\u00e9\u00a0x'))", "")]
    [InlineData("<r><a>?a=1&copy=2;b</a></r>", "r(a('?a=1&copy=2;b'))", "")]
    [InlineData("<r><a>1 < 2</a></r>", "r(a('1 ' '<' ' 2'))", "'<' begins no tag")]
    [InlineData("<r><a><b>x</a><c>y</c></r>", "r(a(b('x')) c('y'))", "line 1: <b> is never closed")]
    [InlineData("<r><a>x", "r(a('x'))", "<r> is never closed")]
    [InlineData("<r></b><a>x</a></r>", "r(a('x'))", "</b> closes nothing")]
    [InlineData("<r><a b=c d>x</a></r>", "r(a[b=c,d=d]('x'))", "b is not in quotes")]
    [InlineData("<r><a b='1' b='2'>x</a></r>", "r(a[b=1]('x'))", "given twice")]
    [InlineData("PHP warning\n<r>x</r>", "r('x')", "line 1: there is text outside")]
    [InlineData("\uFEFF \n<?xml version='1.0'?><r>x\u0001y</r>", "r('xy')", "")]
    [InlineData("<r><a><![CDATA[x</a><b>y</b></r>", "r(a('x') b('y'))", "CDATA section is never closed")]
    [InlineData("<r><!-- x><a>y</a></r>", "r(a('y'))", "never closed with -->")]
    [InlineData("<r><title>T<link>L</link></r>", "r(title('T') link('L'))", "<title> is never closed")]
    [InlineData("<r><item><guid>1</guid><item><guid>2</guid></item></r>", "r(item(guid('1')) item(guid('2')))", "<item> is never closed")]
    [InlineData("<r><d>a<br>b<img src='i'>c</d></r>", "r(d('a' br 'b' img[src=i] 'c'))", "")]
    [InlineData("<r><q:a>x</q:a></r>", "r(q:a('x'))", "prefix q is not declared")]
    [InlineData("<R><A>x</a></r>", "R(A('x'))", "")]
    [InlineData("<r>&#150;\u0093&#0;</r>", "r('\u2013\u201c')", "")]
    [InlineData("<r><a", "r(a)", "ends inside a tag")]
    public void What_is_ill_formed_is_read_all_the_same(string xml, string tree, string defect)
    {
        var document = MarkupParser.Parse(xml);
        Assert.Equal(tree, Outline(Assert.Single(document.Roots)));
        Assert.Contains(defect, string.Join('\n', document.Defects), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_nest_are_not_expanded_and_those_that_repeat_are_bounded()
    {
        var laughs = "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><r>&a;&b;&c;</r>";
        Assert.Equal("ha&b;&c;", MarkupParser.Parse(laughs).Roots[0].Text());
        var many = $"<!DOCTYPE r [<!ENTITY a '{new string('x', 1000)}'>]><r>{string.Concat(Enumerable.Repeat("&a;", 10_000))}</r>";
        Assert.InRange(MarkupParser.Parse(many).Roots[0].Text().Length, 60_000, 120_000);
    }

    [Fact]
    public void Depth_is_bounded_and_the_rest_of_the_document_is_read()
    {
        var deep = $"<r><a>{string.Concat(Enumerable.Repeat("<p>", 5000))}</a><b>x</b></r>";
        var root = MarkupParser.Parse(deep).Roots[0];
        Assert.Equal("x", root.Elements.Last().Text());
        Assert.Equal("b", root.Elements.Last().QualifiedName);
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<a b='")]
    [InlineData("<?")]
    [InlineData("<a ")]
    [InlineData("&")]
    [InlineData("</")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<a>")]
    public void No_document_takes_more_than_linear_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = MarkupParser.Parse("<r>" + string.Concat(Enumerable.Repeat(piece, 200_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}"); // quadratic would be minutes
    }

    [Property(MaxTest = 500)]
    public void No_text_throws(string? text) => Assert.NotNull(MarkupParser.Parse("<r>" + text));

    private static XElement RandomElement(Random random, int depth)
    {
        var element = new XElement(XName.Get(Pick(random, "a", "b", "c1", "d-e"), random.Next(3) == 0 ? "urn:x" : ""));
        if (random.Next(2) == 0) element.SetAttributeValue("at", RandomText(random));
        for (var i = random.Next(4); i > 0; i--)
        {
            switch (random.Next(4))
            {
                case 0 when depth < 5:
                    element.Add(RandomElement(random, depth + 1));
                    break;
                case 1:
                    element.Add(new XCData(Pick(random, "x<y>&amp;", "plain", "]] >")));
                    break;
                case 2:
                    element.Add(new XComment("no <b> matter"));
                    break;
                default:
                    element.Add(new XText(RandomText(random)));
                    break;
            }
        }
        return element;
    }

    private static string RandomText(Random random) => Pick(random, "x", "a & b", "<t>", "\"q\" 'r'", "中文 \U0001F600", " ", "&amp;", "> ]]&gt;");

    private static string Pick(Random random, params string[] of) => of[random.Next(of.Length)];

    private static string Write(XElement element)
    {
        var text = new StringBuilder();
        text.Append(element.Name.LocalName).Append('{').Append(element.Name.NamespaceName).Append('}');
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration)) text.Append('@').Append(attribute.Name.LocalName).Append('=').Append(attribute.Value);
        text.Append('(');
        foreach (var node in element.Nodes())
        {
            if (node is XElement child) text.Append(Write(child));
            else if (node is XText t) text.Append(t.Value);
        }
        return text.Append(')').ToString();
    }

    private static string Write(MarkupElement element)
    {
        var text = new StringBuilder();
        text.Append(element.QualifiedName.Split(':')[^1]).Append('{').Append(element.Namespace).Append('}');
        foreach (var (name, value) in element.Attributes.Where(a => !a.Name.StartsWith("xmlns", StringComparison.Ordinal)))
            text.Append('@').Append(name.Split(':')[^1]).Append('=').Append(value);
        text.Append('(');
        foreach (var node in element.Children) text.Append(node is MarkupText t ? t.Value : Write((MarkupElement)node));
        return text.Append(')').ToString();
    }

    private static string Outline(MarkupElement element)
    {
        var attributes = string.Join(',', element.Attributes.Select(a => $"{a.Name}={a.Value}"));
        var children = string.Join(' ', element.Children.Select(node => node is MarkupText t ? $"'{t.Value}'" : Outline((MarkupElement)node)));
        return element.QualifiedName + (attributes.Length > 0 ? $"[{attributes}]" : "") + (children.Length > 0 ? $"({children})" : "");
    }
}
