using System.Text;
using Ingestion.Clean.Parsing.Construction;
using Ingestion.Contracts;

namespace Ingestion.Clean.Parsing;

/// <summary>
/// A parsed page: its nodes in document order, measured once. Stages mark nodes as removed; nobody changes the tree.
/// Texts and attributes are pieces of pooled memory, so nothing of a page may be read once it is disposed.
/// </summary>
internal sealed class Page(PageDocument document, TrimmedSource source) : IDisposable
{
    private readonly StringBuilder _text = new();
    private Dictionary<string, int>? _ids;

    /// <summary>All nodes in document order; the first is the html element.</summary>
    public required PageNode[] Nodes { get; init; }

    /// <summary>The body; the root where there is none.</summary>
    public required PageNode Body { get; init; }

    /// <summary>The texts of scripts that hold JSON-LD, in order.</summary>
    public required IReadOnlyList<ReadOnlyMemory<char>> JsonLd { get; init; }

    /// <summary>Class names and ids that the page's own style sheets hide.</summary>
    public required HiddenNames HiddenByStyle { get; init; }

    /// <summary>Budgets exceeded while parsing.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>What is left to spend on the page.</summary>
    public required Budget Budget { get; init; }

    /// <summary>The root element.</summary>
    public PageNode Root => Nodes[0];

    /// <summary>How many elements of the page have this id.</summary>
    public int CountId(string id)
    {
        _ids ??= CountIds();
        return _ids.GetValueOrDefault(id);
    }

    /// <summary>Gives the memory back that texts and attribute values lie in.</summary>
    public void Dispose()
    {
        document.Dispose();
        source.Dispose();
    }

    /// <summary>The text of a subtree, with blanks collapsed to one; removed parts are in it.</summary>
    public string TextOf(PageNode node, int limit = 10_000)
    {
        var text = _text;
        text.Clear();
        var blank = false;
        for (var i = node.Index; i < node.End && text.Length < limit; i++)
        {
            var inner = Nodes[i];
            if (inner.Tag == Tag.Text)
            {
                Append(inner.Text, text, ref blank);
                continue;
            }
            if (i == node.Index) continue;
            if (inner.Tag == Tag.Br || inner.Tag.IsBlock()) blank = true;
            if (inner.Tag.IsNeverText()) i = inner.End - 1;
        }
        return text.ToString();
    }

    private static void Append(ReadOnlySpan<char> piece, StringBuilder text, ref bool blank)
    {
        while (!piece.IsEmpty)
        {
            if (char.IsWhiteSpace(piece[0]))
            {
                blank = true;
                piece = piece.TrimStart();
                continue;
            }
            var word = 1;
            while (word < piece.Length && !char.IsWhiteSpace(piece[word])) word++;
            if (blank && text.Length > 0) text.Append(' ');
            blank = false;
            text.Append(piece[..word]);
            piece = piece[word..];
        }
    }

    /// <summary>Words of the whole body, see <see cref="TextMeasure.Words"/>.</summary>
    public int Words()
    {
        var words = 0;
        for (var i = Body.Index; i < Body.End; i++)
        {
            if (i > Body.Index && Nodes[i].Tag.IsNeverText()) i = Nodes[i].End - 1;
            else words += TextMeasure.Words(Nodes[i].Text);
        }
        return words;
    }

    /// <summary>A CSS-like path of a node, from its nearest ancestor with an id.</summary>
    public static string PathOf(PageNode node)
    {
        var steps = new List<string>();
        for (var n = node; n is not null && steps.Count < 6; n = n.Parent)
        {
            if (n.Tag == Tag.Text) continue;
            var id = n.Attribute("id");
            var step = n.Name;
            if (!string.IsNullOrEmpty(id))
            {
                steps.Add($"{step}#{id}");
                break;
            }
            var classes = n.Attribute("class");
            if (!string.IsNullOrWhiteSpace(classes)) step += "." + classes.Trim().Split((char[]?)null, 2, StringSplitOptions.None)[0];
            steps.Add(step);
        }
        steps.Reverse();
        return string.Join(" > ", steps);
    }

    private Dictionary<string, int> CountIds()
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            if (node.Attribute("id") is { } id) ids[id] = ids.GetValueOrDefault(id) + 1;
        }
        return ids;
    }
}
