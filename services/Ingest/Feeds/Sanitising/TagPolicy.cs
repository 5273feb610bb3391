using System.Text;
using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Sanitising;

/// <summary>Decides over each tag, and writes those that stay.</summary>
/// <param name="baseUrl">What relative links start from.</param>
internal sealed class TagPolicy(string? baseUrl)
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string MathMl = "http://www.w3.org/1998/Math/MathML";
    private const string XLink = "http://www.w3.org/1999/xlink";

    private int _svg;
    private int _math;

    /// <summary>A start tag.</summary>
    public void Start(HtmlToken token, StringBuilder output)
    {
        var tag = token.Tag!;
        if (HtmlVocabulary.Dropped.Contains(tag)) return;
        if (tag == "svg") _svg++;
        else if (tag == "math") _math++;
        if (_math > 0 && HtmlVocabulary.MathElements.Contains(tag)) Write(tag, token, Math, output);
        else if (_svg > 0 && HtmlVocabulary.SvgElements.TryGetValue(tag, out var svg)) Write(svg, token, SvgName, output);
        else if (HtmlVocabulary.Elements.Contains(tag)) Write(tag, token, Html, output);
    }

    /// <summary>An end tag.</summary>
    public void End(string tag, StringBuilder output)
    {
        if (_math > 0 && HtmlVocabulary.MathElements.Contains(tag)) WriteEnd(tag, output);
        else if (_svg > 0 && HtmlVocabulary.SvgElements.TryGetValue(tag, out var svg)) WriteEnd(svg, output);
        else if (HtmlVocabulary.Elements.Contains(tag)) WriteEnd(tag, output);
        if (tag == "svg" && _svg > 0) _svg--;
        else if (tag == "math" && _math > 0) _math--;
    }

    private static string? Html(string name) => HtmlVocabulary.Attributes.Contains(name) ? name : null;

    private static string? Math(string name) => HtmlVocabulary.MathAttributes.Contains(name) ? name : null;

    private static string? SvgName(string name) => HtmlVocabulary.SvgAttributes.GetValueOrDefault(name);

    private void Write(string tag, HtmlToken token, Func<string, string?> known, StringBuilder output)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in token.Attributes)
        {
            if (known(name) is not { } kept || name.StartsWith("xmlns", StringComparison.Ordinal)) continue;
            if (Clean(token.Tag!, name, value) is { } clean) attributes[kept] = clean;
        }
        AddNamespaces(token, attributes);
        output.Append('<').Append(tag);
        foreach (var (name, value) in attributes) output.Append(' ').Append(name).Append("=\"").Append(Quote(value)).Append('"');
        var isVoid = InlineMarkup.VoidElements.Contains(tag) || (token.IsEmpty && (_svg > 0 || _math > 0));
        output.Append(isVoid ? " />" : ">");
        // Outside of SVG and MathML a slash means nothing to HTML; who wrote it meant an empty element.
        if (token.IsEmpty && !isVoid) output.Append("</").Append(tag).Append('>');
        if (token.IsEmpty && tag == "svg") _svg--;
        else if (token.IsEmpty && tag == "math") _math--;
    }

    private string? Clean(string tag, string name, string value)
    {
        if (name == "style") return StyleSanitizer.Sanitize(value, _svg > 0) is { Length: > 0 } style ? style : null;
        if (name == "srcset") return value.Contains("javascript:", StringComparison.OrdinalIgnoreCase) ? null : value;
        if (name is "rel" or "type") return value.ToLowerInvariant();
        if (!HtmlVocabulary.Urls.Contains(name)) return value;
        if (baseUrl is not null && HtmlVocabulary.Resolved.Contains($"{tag}@{name}")) value = FeedUrl.Resolve(value, baseUrl);
        return SafeUrl.Keep(value);
    }

    private void AddNamespaces(HtmlToken token, SortedDictionary<string, string> attributes)
    {
        if (token.Tag == "svg") attributes["xmlns"] = Svg;
        else if (token.Tag == "math") attributes["xmlns"] = MathMl;
        if ((_svg > 0 || _math > 0) && attributes.Keys.Any(name => name.StartsWith("xlink:", StringComparison.Ordinal)))
            attributes["xmlns:xlink"] = XLink;
    }

    private static void WriteEnd(string tag, StringBuilder output)
    {
        if (!InlineMarkup.VoidElements.Contains(tag)) output.Append("</").Append(tag).Append('>');
    }

    private static string Quote(string value) => InlineMarkup.Escape(value).Replace("\"", "&quot;", StringComparison.Ordinal);
}
