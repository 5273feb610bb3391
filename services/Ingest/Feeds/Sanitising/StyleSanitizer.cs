using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ingestion.Ingest.Feeds.Sanitising;

/// <summary>Keeps of a style attribute what dresses its own text: no URLs, no positions, no properties of one maker.</summary>
internal static partial class StyleSanitizer
{
    private const int MaxLength = 2000;

    private static readonly FrozenSet<string> Properties = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "azimuth", "background-color", "border-bottom-color", "border-collapse", "border-color", "border-left-color", "border-right-color",
        "border-top-color", "clear", "color", "cursor", "direction", "display", "elevation", "float", "font", "font-family", "font-size",
        "font-style", "font-variant", "font-weight", "height", "letter-spacing", "line-height", "overflow", "pause", "pause-after",
        "pause-before", "pitch", "pitch-range", "richness", "speak", "speak-header", "speak-numeral", "speak-punctuation", "speech-rate",
        "stress", "text-align", "text-decoration", "text-indent", "unicode-bidi", "vertical-align", "voice-family", "volume", "white-space",
        "width");

    // Properties with many parts, of which each has to be a word or a size that is known.
    private static readonly FrozenSet<string> Families = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "background", "border",
        "margin", "padding");

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "auto", "aqua", "black", "block", "blue", "bold", "both", "bottom", "brown", "center", "collapse", "dashed", "dotted", "fuchsia",
        "gray",
        "green", "!important", "italic", "left", "lime", "maroon", "medium", "none", "navy", "normal", "nowrap", "olive", "pointer",
        "purple",
        "red", "right", "solid", "silver", "teal", "top", "transparent", "underline", "white", "yellow");

    // SVG's, where they name no URL.
    private static readonly FrozenSet<string> SvgProperties = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "fill", "fill-opacity", "fill-rule", "stroke", "stroke-linecap", "stroke-linejoin",
            "stroke-opacity", "stroke-width");

    // Linear in time whatever is in it. Neither escapes, comments, functions, nor anything else that a browser might read
    // otherwise than we do.
    private static readonly Regex Harmless = new(
        """^(?:[:,;#%.\sa-zA-Z0-9!]|\w-\w|'[\s\w]+'|"[\s\w]+"|\([\d,\s]+\))*$""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The declarations that may stay, in their order; empty if none may.</summary>
    public static string Sanitize(string style, bool isSvg)
    {
        if (style.Length > MaxLength) return "";
        style = Url().Replace(style, " ");
        // Whoever writes anything but declarations means another parser than ours.
        if (!Harmless.IsMatch(style) || !string.IsNullOrWhiteSpace(Declaration().Replace(style, ""))) return "";
        var kept = new List<string>();
        foreach (Match declaration in Declaration().Matches(style))
        {
            var (property, value) = (declaration.Groups[1].Value, declaration.Groups[2].Value);
            if (value.Length > 0 && IsKept(property, value, isSvg)) kept.Add($"{property}: {value};");
        }
        return string.Join(' ', kept);
    }

    private static bool IsKept(string property, string value, bool isSvg)
    {
        if (Properties.Contains(property) || (isSvg && SvgProperties.Contains(property))) return true;
        return Families.Contains(property.Split('-')[0])
            && value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(part => Words.Contains(part) || Size().IsMatch(part));
    }

    [GeneratedRegex(@"url\s*\([^)]*\)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"\s*([-\w]+)\s*:\s*([^:;]*);?")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:#[0-9a-f]+|rgb\(\d+%?,\d*%?,?\d*%?\)?|\d{0,2}\.?\d{0,2}(?:cm|em|ex|in|mm|pc|pt|px|%|,|\))?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();
}
