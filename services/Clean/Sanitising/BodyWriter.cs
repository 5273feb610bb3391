using System.Text;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Pruning;
using Ingestion.Contracts;

namespace Ingestion.Clean.Sanitising;

/// <summary>
/// Writes what is left of a container as semantic HTML and as text. Nothing is copied from the page but text and the
/// values of a few attributes: only elements of the allow-list are written, so nothing else can come through.
/// </summary>
internal sealed class BodyWriter(Page page, LinkResolver links)
{
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _text = new();
    private readonly List<ArticleImage> _images = [];
    private readonly Stack<(int End, string Close)> _open = new();
    private bool _blank;
    private bool _lineStarted;
    private bool _lineHasText;
    private bool _inParagraph;

    /// <summary>Writes a container, before it a standfirst that stands elsewhere, and around it what else is kept, as it stood.</summary>
    public WrittenBody Write(PageNode container, PageNode? standfirst, IReadOnlyList<PageNode> keptElsewhere)
    {
        if (standfirst is not null && !container.Contains(standfirst)) WriteSubtree(standfirst);
        foreach (var kept in keptElsewhere)
        {
            if (kept.Index < container.Index) WriteSubtree(kept);
        }
        WriteSubtree(container);
        foreach (var kept in keptElsewhere)
        {
            if (kept.Index > container.Index) WriteSubtree(kept);
        }
        return new WrittenBody(_html.ToString().Trim(), BodyText.Tidy(_text.ToString()), _images);
    }

    /// <summary>Paragraphs of plain text as HTML.</summary>
    public static string Paragraphs(IReadOnlyList<string> paragraphs)
    {
        var html = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            html.Append("<p>");
            foreach (var c in paragraph)
            {
                if (c == '\n') html.Append("<br>");
                else Escape(html, c);
            }
            html.Append("</p>");
        }
        return html.ToString();
    }

    private void WriteSubtree(PageNode container)
    {
        var nodes = page.Nodes;
        for (var i = container.Index; i < container.End; i++)
        {
            while (_open.Count > 0 && _open.Peek().End <= i) Close();
            var node = nodes[i];
            page.Budget.Step();
            if (node.RemovedBy is not null && i > container.Index || node.Tag.IsNeverText() && node.Tag is not (Tag.Svg or Tag.Video or Tag.Audio))
            {
                if (node.Tag.IsBlock()) EndLine();
                if (node.RemovedBy is { Rule: CaptionRule.Name }) WriteImagesOf(node);
                i = node.End - 1;
                continue;
            }
            if (node.Tag == Tag.Text) WriteText(node);
            else Open(node);
        }
        while (_open.Count > 0) Close();
        EndLine();
    }

    private void Open(PageNode node)
    {
        switch (node.Tag)
        {
            case Tag.Br:
                Break();
                return;
            case Tag.Hr:
                EndLine();
                return;
            case Tag.Img:
                WriteImage(node);
                return;
        }
        if (node.Tag.IsBlock()) EndLine();
        var name = AllowList.Written(node);
        if (name is null)
        {
            if (node.Tag.IsBlock()) _open.Push((node.End, ""));
            return;
        }
        if (AllowList.IsInline(name))
        {
            var href = name == "a" ? links.Resolve(node.Attribute("href")) : null;
            if (name == "a" && href is null) return;
            StartLine();
            WriteBlank();
            _html.Append('<').Append(name);
            if (href is not null) Attribute("href", href);
            _html.Append('>');
            _open.Push((node.End, name));
            return;
        }
        _html.Append('<').Append(name);
        if (name is "td" or "th")
        {
            CopyNumber(node, "colspan");
            CopyNumber(node, "rowspan");
        }
        _html.Append('>');
        _lineStarted = name is not ("ul" or "ol" or "dl" or "table" or "tbody" or "thead" or "tfoot" or "tr" or "blockquote");
        _open.Push((node.End, name));
    }

    private void Close()
    {
        var (_, name) = _open.Pop();
        if (name.Length == 0)
        {
            EndLine();
            return;
        }
        if (AllowList.IsInline(name))
        {
            _html.Append("</").Append(name).Append('>');
            return;
        }
        EndLine();
        _html.Append("</").Append(name).Append('>');
    }

    private void WriteText(PageNode node)
    {
        var pre = false;
        for (var n = node.Parent; n is not null && !pre; n = n.Tag.IsBlock() ? null : n.Parent) pre = n.Tag == Tag.Pre;
        foreach (var c in node.Text)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' || char.IsControl(c) && !char.IsWhiteSpace(c)) continue;
            if (char.IsWhiteSpace(c))
            {
                if (pre && c == '\n') Break();
                else _blank = true;
                continue;
            }
            StartLine();
            WriteBlank();
            _lineHasText = true;
            _text.Append(c);
            Escape(_html, c);
        }
    }

    /// <summary>Writes the blank that was read last, unless the line has only begun.</summary>
    private void WriteBlank()
    {
        if (_blank && _lineHasText)
        {
            _text.Append(' ');
            _html.Append(' ');
        }
        _blank = false;
    }

    private void StartLine()
    {
        if (_lineStarted) return;
        _html.Append("<p>");
        _lineStarted = true;
        _inParagraph = true;
        _blank = false;
    }

    private void EndLine()
    {
        while (_open.Count > 0 && AllowList.IsInline(_open.Peek().Close)) Close();
        if (_inParagraph) _html.Append("</p>");
        _inParagraph = false;
        _lineStarted = _lineHasText = false;
        _blank = false;
        if (_text.Length > 0 && !EndsWithBlankLine()) _text.Append("\n\n");
    }

    private bool EndsWithBlankLine() => _text.Length >= 2 && _text[^1] == '\n' && _text[^2] == '\n';

    private void Break()
    {
        _blank = _lineHasText = false;
        if (_text.Length == 0 || EndsWithBlankLine()) return;
        _text.Append('\n');
        if (_lineStarted) _html.Append("<br>");
    }

    private void WriteImage(PageNode node)
    {
        var source = Source(node);
        if (source is null || InlineStyleIsPixel(node)) return;
        var alt = node.Attribute("alt");
        if (!_images.Exists(known => known.Url == source))
            _images.Add(new ArticleImage(source, string.IsNullOrWhiteSpace(alt) ? null : alt.Trim(), ImageCaption.Of(node, page)));
        _html.Append("<img");
        Attribute("src", source);
        Attribute("alt", alt ?? "");
        _html.Append('>');
    }

    // "<div class="wp-caption"><img><p>...": where the caption holds the image, too, only its words are out.
    private void WriteImagesOf(PageNode caption)
    {
        for (var i = caption.Index + 1; i < caption.End; i++)
        {
            if (page.Nodes[i] is { Tag: Tag.Img } image) WriteImage(image);
        }
    }

    // Pages that load images late keep a placeholder in src.
    private string? Source(PageNode node) =>
        links.Resolve(node.Attribute("data-src")) ?? links.Resolve(node.Attribute("data-lazy-src")) ?? links.Resolve(node.Attribute("data-original"))
        ?? links.Resolve(node.Attribute("src")) ?? links.Resolve(FirstOf(node.Attribute("data-srcset") ?? node.Attribute("srcset")));

    private static string? FirstOf(string? candidates) => candidates?.Split([' ', ','], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private static bool InlineStyleIsPixel(PageNode node) => node.Attribute("width") is "1" or "0" || node.Attribute("height") is "1" or "0";

    private void CopyNumber(PageNode node, string name)
    {
        if (int.TryParse(node.Attribute(name), out var number) && number is > 1 and < 100)
            Attribute(name, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Attribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        foreach (var c in value)
        {
            if (c == '"') _html.Append("&quot;");
            else Escape(_html, c);
        }
        _html.Append('"');
    }

    private static void Escape(StringBuilder html, char c)
    {
        switch (c)
        {
            case '&': html.Append("&amp;"); break;
            case '<': html.Append("&lt;"); break;
            case '>': html.Append("&gt;"); break;
            default: html.Append(c); break;
        }
    }
}

/// <summary>A body as written.</summary>
/// <param name="Html">Semantic HTML.</param>
/// <param name="Text">Text, paragraphs separated by an empty line.</param>
/// <param name="Images">The images in it, in order.</param>
internal sealed record WrittenBody(string Html, string Text, IReadOnlyList<ArticleImage> Images);
