using System.Text;

namespace Ingestion.Ingest.Feeds.Markup;

/// <summary>An element, its attributes and what is in it.</summary>
internal sealed class MarkupElement : MarkupNode
{
    /// <summary>The name as written, prefix included.</summary>
    public required string QualifiedName { get; init; }

    /// <summary>The namespace that the prefix, or its absence, stands for; empty if none was declared.</summary>
    public required string Namespace { get; init; }

    /// <summary>The element that it is in; null for the root.</summary>
    public MarkupElement? Parent { get; init; }

    /// <summary>The attributes in their order.</summary>
    public IReadOnlyList<MarkupAttribute> Attributes { get; init; } = [];

    /// <summary>What is in it, in order.</summary>
    public List<MarkupNode> Children { get; } = [];

    /// <summary>
    /// The name to know it by, in lower case: "title" in any vocabulary of feeds, else with the customary prefix of its
    /// namespace ("dc:date"), whatever prefix the document chose.
    /// </summary>
    public string Key => field ??= Vocabularies.Key(QualifiedName, Namespace);

    /// <summary>The elements in it.</summary>
    public IEnumerable<MarkupElement> Elements => Children.OfType<MarkupElement>();

    /// <summary>The attribute of that name, compared without case; null if there is none.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase)) return attribute.Value;
        }
        return null;
    }

    /// <summary>All text in it and below.</summary>
    public string Text()
    {
        if (Children is [MarkupText only]) return only.Value;
        var text = new StringBuilder();
        Append(this, text);
        return text.ToString();

        static void Append(MarkupElement element, StringBuilder text)
        {
            foreach (var child in element.Children)
            {
                if (child is MarkupText t) text.Append(t.Value);
                else Append((MarkupElement)child, text);
            }
        }
    }

    /// <summary>xml:lang, inherited, in the form of RFC 5646; null if nothing says so.</summary>
    public string? Language()
    {
        for (var element = this; element is not null; element = element.Parent)
        {
            if (element.Attribute("xml:lang") is { Length: > 0 } language) return language.Replace('_', '-');
        }
        return null;
    }

    /// <summary>The base of relative references: xml:base, inherited (W3C XML Base), over the document's own.</summary>
    public string? BaseUrl(string? documentUrl)
    {
        var above = Parent is null ? documentUrl : Parent.BaseUrl(documentUrl);
        if (Attribute("xml:base") is not { } own) return above;
        var resolved = FeedUrl.Resolve(own, above);
        return FeedUrl.IsWeb(resolved) ? resolved : above;
    }
}
