using System.Collections.Frozen;
using AngleSharp.Common;

namespace Ingestion.Clean.Parsing;

/// <summary>The attributes that some stage reads; the parser leaves the others out.</summary>
internal static class KeptAttributes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new[]
    {
        "alt", "aria-hidden", "aria-label", "bgcolor", "charset", "cite", "class", "color", "colspan", "content", "data-component",
        "data-lazy-src", "data-original", "data-src", "data-srcset", "data-testid", "data-type", "datetime", "headers", "height", "hidden",
        "href", "hreflang", "http-equiv", "id", "itemprop", "itemscope", "itemtype", "lang", "name", "property", "rel", "role", "rowspan",
        "scope", "size", "src", "srcset", "start", "style", "title", "type", "value", "width", "xml:lang", "data-author", "data-date",
        "data-timestamp", "data-published", "pubdate", "typeof",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether an attribute is kept.</summary>
    public static bool Contains(ReadOnlySpan<char> name) => Names.Contains(name);

    /// <summary>The name of an attribute, as one string for all pages.</summary>
    public static string NameOf(StringOrMemory name) => Names.TryGetValue(name.Memory.Span, out var known) ? known : name.ToString();
}
