using System.Text;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// The page's meta elements, links and microdata, by lower-cased name, property or itemprop, and rel; collected in one walk.
/// </summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _links = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<PageNode>> _microdata = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PageNode> _tagLinks = [];

    private MetaTags()
    {
    }

    /// <summary>The text of the title element.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The href of the base element.</summary>
    public string? Base { get; private set; }

    /// <summary>Reads a page's.</summary>
    public static MetaTags Read(Page page)
    {
        var tags = new MetaTags();
        foreach (var node in page.Nodes)
        {
            switch (node.Tag)
            {
                case Tag.Meta:
                    tags.AddAll(node.Attribute("property"), node);
                    tags.Add(node.Attribute("name"), node);
                    tags.Add(node.Attribute("itemprop"), node);
                    if (node.Attribute("http-equiv") is { } equivalent) tags.Add("http:" + equivalent, node);
                    break;
                case Tag.Link when node.Attribute("rel") is { } rel && node.Attribute("href") is { Length: > 0 } href:
                    if (!node.HasAttribute("hreflang")) tags._links.TryAdd(rel, href.Trim());
                    break;
                case Tag.Title when tags.Title.Length == 0 && node.Parent?.Tag != Tag.Svg:
                    tags.Title = RawText(page, node);
                    break;
                case Tag.Base:
                    tags.Base ??= node.Attribute("href");
                    break;
                case Tag.Text:
                    continue;
                case Tag.A when node.Attribute("rel") is { } relation
                    && relation.Split(' ').Contains("tag", StringComparer.OrdinalIgnoreCase):
                    tags._tagLinks.Add(node);
                    break;
            }
            if (node.Tag != Tag.Meta && node.Attribute("itemprop") is { } properties) tags.AddMicrodata(properties, node);
        }
        return tags;
    }

    /// <summary>The first value that is not empty, of the first name that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values)) return values[0];
        }
        return null;
    }

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>The elements of a microdata property (itemprop), meta elements left out. Source: HTML Standard, microdata.</summary>
    public IReadOnlyList<PageNode> Microdata(string property) => _microdata.TryGetValue(property, out var nodes) ? nodes : [];

    /// <summary>The links that say of themselves that they are tags of the page (rel=tag).</summary>
    public IReadOnlyList<PageNode> TagLinks => _tagLinks;

    /// <summary>The href of the first link of a relation.</summary>
    public string? Link(string rel) => _links.GetValueOrDefault(rel);

    private void Add(string? name, PageNode node)
    {
        if (string.IsNullOrWhiteSpace(name) || node.Attribute("content") is not { } content || string.IsNullOrWhiteSpace(content)) return;
        var key = name.Trim();
        if (!_values.TryGetValue(key, out var values)) _values[key] = values = [];
        values.Add(content.Trim());
    }

    private void AddMicrodata(string properties, PageNode node)
    {
        foreach (var property in properties.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_microdata.TryGetValue(property, out var nodes)) _microdata[property] = nodes = [];
            nodes.Add(node);
        }
    }

    // An RDFa property is a list of terms.
    private void AddAll(string? properties, PageNode node)
    {
        if (properties is null) return;
        if (properties.Trim().Contains(' ', StringComparison.Ordinal))
        {
            foreach (var property in properties.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Add(property, node);
        }
        else
        {
            Add(properties, node);
        }
    }

    private static string RawText(Page page, PageNode node)
    {
        var text = new StringBuilder();
        for (var i = node.Index + 1; i < node.End; i++) text.Append(page.Nodes[i].Text);
        return Whitespace.Collapse(text.ToString());
    }
}
