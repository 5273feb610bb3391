using System.Text;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.PerSource;

/// <summary>
/// A line of a page as a reader sees it: the text of a block up to a break or a block further in, whatever inline elements it is made of.
/// </summary>
internal sealed class PageLine
{
    private readonly StringBuilder _text = new();
    private readonly List<(PageNode Node, int At)> _origin = [];
    private readonly List<PageNode> _nodes = [];
    private (PageNode Node, int At)? _blank;

    private PageLine(PageNode block) => Block = block;

    /// <summary>The block that it stands in.</summary>
    public PageNode Block { get; }

    /// <summary>Its text, blanks collapsed to one, none at its ends.</summary>
    public string Text => _text.ToString();

    /// <summary>The texts that it is made of.</summary>
    public IReadOnlyList<PageNode> Nodes => _nodes;

    /// <summary>Whether its block has no other text.</summary>
    public bool IsWholeBlock =>
        Block.Tag is not (Tag.Body or Tag.Html) && TextMeasure.Of(Text).Length == Block.TextLength;

    /// <summary>The lines of a page's body, in order. What has been removed is not among them.</summary>
    public static List<PageLine> Read(Page page)
    {
        var lines = new List<PageLine>();
        PageLine? line = null;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (i > page.Body.Index && (node.RemovedBy is not null || node.Tag.IsNeverText()))
            {
                if (node.Tag.IsBlock()) line = null;
                i = node.End - 1;
            }
            else if (node.Tag == Tag.Br) line = null;
            else if (node.Tag == Tag.Text && node.TextLength > 0)
            {
                if (line is null || line.Block != node.Block) lines.Add(line = new PageLine(node.Block));
                line.Add(node);
            }
            else if (node.Tag == Tag.Text && line?.Block == node.Block) line.Add(node);
        }
        return lines;
    }

    /// <summary>Takes a part of its text out of the page.</summary>
    /// <param name="start">Where the part begins in <see cref="Text"/>.</param>
    /// <param name="length">How long it is there.</param>
    public void Cut(int start, int length)
    {
        var (first, last) = (_origin[start], _origin[start + length - 1]);
        foreach (var node in _nodes)
        {
            if (node.Index < first.Node.Index || node.Index > last.Node.Index) continue;
            var from = node == first.Node ? first.At : 0;
            var to = node == last.Node ? last.At + 1 : node.Text.Length;
            node.Cut(from, to - from);
        }
    }

    private void Add(PageNode node)
    {
        _nodes.Add(node);
        for (var i = 0; i < node.Text.Length; i++)
        {
            if (!char.IsWhiteSpace(node.Text[i])) Append(node.Text[i], node, i);
            // A blank waits in the text only if something follows: it is written with the next character.
            else if (_text.Length > 0 && _blank is null) _blank = (node, i);
        }
    }

    private void Append(char c, PageNode node, int at)
    {
        if (_blank is { } blank)
        {
            _text.Append(' ');
            _origin.Add(blank);
            _blank = null;
        }
        _text.Append(c);
        _origin.Add((node, at));
    }
}
