using System.Text;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Reads the lines of an article, in one walk over its nodes.</summary>
internal sealed class LineReader
{
    private readonly List<Line> _lines = [];
    private readonly StringBuilder _text = new();
    private List<PageNode> _texts = [];
    private PageNode? _block;
    private bool _blank;

    private LineReader()
    {
    }

    /// <summary>The lines of a subtree, in order; what has been removed, and what the source's rules keep, is not among them.</summary>
    public static List<Line> Read(PageNode container, Page page)
    {
        var reader = new LineReader();
        for (var i = container.Index; i < container.End; i++)
        {
            var node = page.Nodes[i];
            page.Budget.Step();
            if (i > container.Index && (node.RemovedBy is not null || node.Protection == Protection.Kept) || node.Tag.IsNeverText())
            {
                if (node.Tag.IsBlock()) reader.EndLine();
                i = node.End - 1;
            }
            else if (node.Tag == Tag.Text)
            {
                reader.Add(node);
            }
            else if (node.Tag == Tag.Br || node.Tag.IsBlock())
            {
                reader.EndLine();
            }
        }
        reader.EndLine();
        return reader._lines;
    }

    private void Add(PageNode text)
    {
        if (text.Block != _block) EndLine();
        if (text.TextLength == 0)
        {
            _blank = true;
            return;
        }
        _block = text.Block;
        _texts.Add(text);
        foreach (var c in text.Text)
        {
            if (char.IsWhiteSpace(c))
            {
                _blank = true;
                continue;
            }
            if (_blank && _text.Length > 0) _text.Append(' ');
            _blank = false;
            _text.Append(c);
        }
    }

    private void EndLine()
    {
        if (_texts.Count > 0 && _block!.Protection == Protection.None)
        {
            _lines.Add(new Line(_block, _texts, _text.ToString()));
            _texts = [];
        }
        _texts.Clear();
        _text.Clear();
        _block = null;
        _blank = false;
    }
}
