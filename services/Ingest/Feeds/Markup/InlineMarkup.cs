using System.Collections.Frozen;
using System.Text;

namespace Ingestion.Ingest.Feeds.Markup;

/// <summary>Writes what is in an element as HTML.</summary>
internal static class InlineMarkup
{
    /// <summary>Elements of HTML that have no end tag.</summary>
    public static readonly FrozenSet<string> VoidElements = FrozenSet.Create(
        "area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input", "isindex", "keygen", "link", "meta",
        "param", "source", "track", "wbr");

    /// <summary>What is in the element.</summary>
    /// <param name="element">The element; it is not written itself.</param>
    /// <param name="escapeText">Whether text is text. If not, it is markup that was escaped once, and comes out as markup.</param>
    public static string Write(MarkupElement element, bool escapeText)
    {
        var html = new StringBuilder();
        WriteChildren(element, escapeText, html);
        return html.ToString();
    }

    /// <summary>Text as HTML.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static void WriteChildren(MarkupElement element, bool escapeText, StringBuilder html)
    {
        foreach (var child in element.Children)
        {
            if (child is MarkupText text) html.Append(escapeText ? Escape(text.Value) : text.Value);
            else WriteElement((MarkupElement)child, escapeText, html);
        }
    }

    private static void WriteElement(MarkupElement element, bool escapeText, StringBuilder html)
    {
        var name = Name(element);
        html.Append('<').Append(name);
        foreach (var (attribute, value) in element.Attributes)
        {
            // HTML knows no namespaces but those of SVG and MathML, which the name says.
            if (attribute.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) && value == Vocabularies.Xhtml) continue;
            html.Append(' ').Append(attribute).Append("=\"").Append(Escape(value).Replace("\"", "&quot;", StringComparison.Ordinal))
                .Append('"');
        }
        if (element.Children.Count == 0 && VoidElements.Contains(name))
        {
            html.Append(" />");
            return;
        }
        html.Append('>');
        WriteChildren(element, escapeText, html);
        html.Append("</").Append(name).Append('>');
    }

    private static string Name(MarkupElement element) =>
        element.Namespace == Vocabularies.Xhtml || element.Key.StartsWith("svg:", StringComparison.Ordinal)
            || element.Key.StartsWith("mathml:", StringComparison.Ordinal)
            ? element.QualifiedName[(element.QualifiedName.IndexOf(':', StringComparison.Ordinal) + 1)..]
            : element.QualifiedName;
}
