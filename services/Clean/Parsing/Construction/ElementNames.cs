using System.Collections.Frozen;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>
/// The names of elements. What the HTML Standard says of them (https://html.spec.whatwg.org/multipage/parsing.html#special)
/// is asked of the parser library once, from its own elements, so that it cannot differ from what the library expects.
/// </summary>
internal static class ElementNames
{
    // Names that no stage asks about, but the parser treats in a way of their own.
    private static readonly string[] OnlyParsers =
    [
        "acronym", "area", "basefont", "bgsound", "big", "col", "colgroup", "data", "datalist", "dir", "image", "isindex", "keygen", "listing",
        "marquee", "menuitem", "meter", "nobr", "noembed", "output", "param", "plaintext", "progress", "rb", "rtc", "search", "slot", "track",
        "xmp",
    ];

    private static readonly string[] OfMath = ["math", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"];

    private static readonly string[] OfSvg = ["svg", "desc", "foreignObject", "title"];

    private static readonly Table Html = new(Read(NamespaceNames.HtmlUri, [.. Parsing.TagNames.All, .. OnlyParsers]), NodeFlags.HtmlMember);
    private static readonly Table Math = new(Read(NamespaceNames.MathMlUri, OfMath), NodeFlags.MathMember);
    private static readonly Table Svg = new(Read(NamespaceNames.SvgUri, OfSvg), NodeFlags.SvgMember);

    /// <summary>The name of an HTML element.</summary>
    public static ElementName InHtml(StringOrMemory name) => Html.Find(name);

    /// <summary>The name of an HTML element that means nothing where it stands: in a select, in a frameset.</summary>
    public static ElementName OutOfPlace(StringOrMemory name) => InHtml(name) with { Flags = NodeFlags.HtmlMember };

    /// <summary>The name of a MathML element.</summary>
    public static ElementName InMath(StringOrMemory name) => Math.Find(name);

    /// <summary>The name of an SVG element.</summary>
    public static ElementName InSvg(StringOrMemory name) => Svg.Find(name);

    private static ElementName[] Read(string space, string[] names)
    {
        var document = new HtmlParser().ParseDocument("");
        return [.. names.Select(name => new ElementName(name, Parsing.TagNames.Of(name), document.CreateElement(space, name).Flags))];
    }

    private sealed class Table(ElementName[] known, NodeFlags others)
    {
        private readonly FrozenDictionary<string, ElementName>.AlternateLookup<ReadOnlySpan<char>> _known =
            known.ToFrozenDictionary(static name => name.Local).GetAlternateLookup<ReadOnlySpan<char>>();

        public ElementName Find(StringOrMemory name)
        {
            if (_known.TryGetValue(name.Memory.Span, out var found)) return found;
            var local = name.ToString();
            return new ElementName(local, Parsing.TagNames.Of(local), others);
        }
    }
}
