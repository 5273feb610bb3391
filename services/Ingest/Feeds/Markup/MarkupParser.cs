using System.Collections.Frozen;
using System.Globalization;

namespace Ingestion.Ingest.Feeds.Markup;

/// <summary>
/// Reads XML, well-formed or not, into a tree. A well-formed document gives what any XML reader gives, less comments and
/// processing instructions. Where one would stop, this goes on and notes the defect: unclosed and crossed elements, bare ampersands
/// and angle brackets, entities of HTML, attributes without quotes, control characters, anything before the first tag.
/// </summary>
/// <remarks>There are no external entities, and internal ones are text, see <see cref="References"/>.</remarks>
internal sealed class MarkupParser
{
    private const int MaxDepth = 200;
    private const int MaxAttributes = 256;
    private const int MaxDefects = 10;

    // Left open, these hold one line of text; the next field of a feed ends them.
    private static readonly FrozenSet<string> Leaves = FrozenSet.Create(
        "title", "guid", "pubdate", "lastbuilddate", "published", "updated", "issued", "modified", "dc:date", "dc:creator", "language",
        "ttl");

    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        "title", "link", "guid", "pubdate", "lastbuilddate", "description", "content:encoded", "category", "enclosure", "item", "entry",
        "published", "updated", "issued", "modified", "summary", "content", "dc:date", "dc:creator", "language", "ttl");

    private static readonly FrozenSet<string> UnclosedInHtml = FrozenSet.Create("br", "hr", "img", "wbr", "input", "area", "col",
        "embed", "param");

    private readonly string _text;
    private readonly References _references = new();
    private readonly List<string> _defects = [];
    private readonly List<(MarkupElement Element, Dictionary<string, string>? Namespaces)> _open = [];
    private readonly List<MarkupElement> _roots = [];
    private readonly HashSet<string> _missingEnds = [];
    private readonly Dictionary<string, int> _ignored = new(StringComparer.OrdinalIgnoreCase);
    private int _at;

    private MarkupParser(string text) => _text = text;

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    public static MarkupDocument Parse(string text) => new MarkupParser(Characters.Clean(text)).Parse();

    private MarkupDocument Parse()
    {
        string? docType = null;
        while (_at < _text.Length)
        {
            var tag = _text.IndexOf('<', _at);
            if (tag < 0) tag = _text.Length;
            if (tag > _at) AddText(_text[_at..tag], resolve: true);
            _at = tag;
            if (_at >= _text.Length) break;
            if (Skip("<!--", "-->") || Skip("<?", "?>")) continue;
            if (StartsWith("<![CDATA[")) ReadCData();
            else if (StartsWith("<!DOCTYPE")) docType ??= ReadDocType();
            else if (StartsWith("</")) ReadEndTag();
            else if (_at + 1 < _text.Length && IsNameStart(_text[_at + 1])) ReadStartTag();
            else AddLiteral();
        }
        foreach (var (element, _) in _open) Defect($"<{element.QualifiedName}> is never closed");
        return new MarkupDocument(_roots, docType, _defects);
    }

    private void AddText(string text, bool resolve)
    {
        if (_open.Count == 0)
        {
            if (!string.IsNullOrWhiteSpace(text)) Defect("there is text outside of the document's element");
            return;
        }
        if (text.Length == 0) return;
        _open[^1].Element.Children.Add(new MarkupText(resolve ? _references.Resolve(text) : text));
    }

    private void AddLiteral()
    {
        Defect("'<' begins no tag");
        AddText("<", resolve: false);
        _at++;
    }

    private void ReadCData()
    {
        var start = _at + "<![CDATA[".Length;
        var end = FindEnd("]]>", start);
        if (end >= 0)
        {
            AddText(_text[start..end], resolve: false);
            _at = end + "]]>".Length;
            return;
        }
        Defect("a CDATA section is never closed");
        var close = _open.Count == 0 ? -1
            : _text.IndexOf($"</{_open[^1].Element.QualifiedName}", start, StringComparison.OrdinalIgnoreCase);
        end = close < 0 ? _text.Length : close;
        AddText(_text[start..end], resolve: false);
        _at = end;
    }

    private string ReadDocType()
    {
        var (start, subset) = (_at, -1);
        for (_at += "<!DOCTYPE".Length; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c is '"' or '\'') _at = Math.Max(_text.IndexOf(c, _at + 1), _at);
            else if (c == '[') subset = _at;
            else if (c == ']' && subset >= 0) ReadEntities(_text[subset.._at]);
            if (c == ']') subset = -1;
            if (c == '>' && subset < 0) break;
        }
        _at = Math.Min(_at + 1, _text.Length);
        return _text[start.._at];
    }

    private void ReadEntities(string subset)
    {
        const string Declaration = "<!ENTITY";
        for (var at = 0; (at = subset.IndexOf(Declaration, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += Declaration.Length;
            var open = subset.AsSpan(at).IndexOfAny('"', '\'', '>');
            if (open < 0) return;
            open += at;
            var name = subset[at..open].Trim();
            at = open;
            // Parameter entities have a '%' in front, external ones a keyword behind: neither is a plain name.
            if (subset[open] == '>' || name.Length == 0 || !name.All(char.IsLetterOrDigit)) continue;
            var close = subset.IndexOf(subset[open], open + 1);
            if (close < 0) return;
            _references.Declare(name, subset[(open + 1)..close]);
            at = close;
        }
    }

    private void ReadEndTag()
    {
        var start = _at + 2;
        var end = start;
        while (end < _text.Length && IsName(_text[end])) end++;
        var name = _text[start..end];
        var close = _text.AsSpan(end).IndexOfAny('>', '<');
        if (name.Length == 0 || close < 0)
        {
            AddLiteral();
            return;
        }
        _at = end + close + (_text[end + close] == '>' ? 1 : 0);
        if (_ignored.GetValueOrDefault(name) > 0)
        {
            _ignored[name]--;
            return;
        }
        var open = _open.FindLastIndex(o => o.Element.QualifiedName.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (open < 0)
        {
            Defect($"</{name}> closes nothing");
            return;
        }
        CloseFrom(open + 1);
        _open.RemoveAt(open);
        _ignored.Clear();
    }

    private void CloseFrom(int index)
    {
        for (var i = _open.Count - 1; i >= index; i--) Defect($"<{_open[i].Element.QualifiedName}> is never closed");
        if (index < _open.Count) _open.RemoveRange(index, _open.Count - index);
    }

    private void ReadStartTag()
    {
        var start = ++_at;
        while (_at < _text.Length && IsName(_text[_at])) _at++;
        var name = _text[start.._at];
        var attributes = ReadAttributes(out var isEmpty);
        if (_open.Count >= MaxDepth)
        {
            Defect($"elements are nested more than {MaxDepth} deep");
            if (!isEmpty) _ignored[name] = _ignored.GetValueOrDefault(name) + 1;
            return;
        }
        var namespaces = Declarations(attributes);
        var ns = Namespace(name, namespaces);
        CloseImplied(Vocabularies.Key(name, ns));
        var element = new MarkupElement
        {
            QualifiedName = name,
            Namespace = ns,
            Attributes = attributes,
            Parent = _open.Count == 0 ? null : _open[^1].Element,
        };
        if (element.Parent is null) _roots.Add(element);
        else element.Parent.Children.Add(element);
        if (!isEmpty && !IsUnclosedHtml(name)) _open.Add((element, namespaces));
    }

    /// <summary>Ends what the sender forgot to end: a field at the next field, an entry at the next entry.</summary>
    private void CloseImplied(string key)
    {
        if (!Fields.Contains(key)) return;
        if (key is "item" or "entry")
        {
            var entry = _open.FindLastIndex(o => o.Element.Key == key);
            if (entry >= 0) CloseFrom(entry);
        }
        if (_open.Count > 0 && Leaves.Contains(_open[^1].Element.Key))
        {
            CloseFrom(_open.Count - 1);
        }
    }

    private bool IsUnclosedHtml(string name) =>
        UnclosedInHtml.Contains(name)
            && string.Compare(_text, _at, $"</{name}", 0, name.Length + 2, StringComparison.OrdinalIgnoreCase) != 0;

    private List<MarkupAttribute> ReadAttributes(out bool isEmpty)
    {
        var attributes = new List<MarkupAttribute>();
        isEmpty = false;
        while (true)
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
            if (_at >= _text.Length)
            {
                Defect("the document ends inside a tag");
                return attributes;
            }
            switch (_text[_at])
            {
                case '>':
                    _at++;
                    return attributes;
                case '<':
                    Defect("a tag is never closed");
                    return attributes;
                case '/':
                    isEmpty = _at + 1 < _text.Length && _text[_at + 1] == '>';
                    _at++;
                    continue;
            }
            var start = _at;
            while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('=' or '>' or '<' or '/' or '"' or '\''))
                _at++;
            var name = _text[start.._at];
            var value = ReadAttributeValue(name);
            if (name.Length == 0) _at = Math.Max(_at, start + 1);
            else if (attributes.Exists(a => a.Name == name)) Defect($"the attribute {name} is given twice");
            else if (attributes.Count < MaxAttributes) attributes.Add(new MarkupAttribute(name, _references.Resolve(value)));
        }
    }

    private string ReadAttributeValue(string name)
    {
        var at = _at;
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        if (at >= _text.Length || _text[at] != '=')
        {
            if (name.Length > 0) Defect($"the attribute {name} has no value");
            return name;
        }
        for (at++; at < _text.Length && char.IsWhiteSpace(_text[at]);) at++;
        if (at < _text.Length && _text[at] is '"' or '\'')
        {
            var close = _text.IndexOf(_text[at], at + 1);
            if (close > 0)
            {
                _at = close + 1;
                // XML 1.0, section 3.3.3: white space in a value is a blank.
                return _text[(at + 1)..close].Replace('\n', ' ').Replace('\t', ' ');
            }
            at++;
        }
        Defect($"the value of the attribute {name} is not in quotes");
        var start = at;
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && _text[at] is not ('>' or '<')
            && !(_text[at] == '/' && IsTagEnd(at + 1)))
            at++;
        _at = at;
        return _text[start..at];
    }

    private bool IsTagEnd(int at) => at < _text.Length && _text[at] == '>';

    private static Dictionary<string, string>? Declarations(List<MarkupAttribute> attributes)
    {
        Dictionary<string, string>? namespaces = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns") (namespaces ??= new(StringComparer.OrdinalIgnoreCase))[""] = value.Trim();
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
                (namespaces ??= new(StringComparer.OrdinalIgnoreCase))[name[6..]] = value.Trim();
        }
        return namespaces;
    }

    private string Namespace(string name, Dictionary<string, string>? declared)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : name[..colon];
        if (declared is not null && declared.TryGetValue(prefix, out var ns)) return ns;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Namespaces is { } above && above.TryGetValue(prefix, out ns)) return ns;
        }
        if (prefix is not ("" or "xml")) Defect($"the prefix {prefix} is not declared");
        return "";
    }

    private bool Skip(string open, string close)
    {
        if (!StartsWith(open)) return false;
        var end = FindEnd(close, _at + open.Length);
        if (end >= 0)
        {
            _at = end + close.Length;
            return true;
        }
        Defect($"{open} is never closed with {close}");
        end = _text.IndexOf('>', _at);
        _at = end < 0 ? _text.Length : end + 1;
        return true;
    }

    /// <summary>
    /// Where a section ends; -1 if it never does. That is looked for once: a document full of open sections costs no more.
    /// </summary>
    private int FindEnd(string token, int from)
    {
        if (_missingEnds.Contains(token)) return -1;
        var end = _text.IndexOf(token, from, StringComparison.Ordinal);
        if (end < 0) _missingEnds.Add(token);
        return end;
    }

    private bool StartsWith(string token) => string.Compare(_text, _at, token, 0, token.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':' or '\u00B7'
        || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private void Defect(string what)
    {
        if (_defects.Count >= MaxDefects || _defects.Exists(d => d.EndsWith(what, StringComparison.Ordinal))) return;
        _defects.Add($"line {1 + _text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n')}: {what}");
    }
}

/// <summary>A document that was read.</summary>
/// <param name="Roots">Its outermost elements: one in XML, more where an error message of the server stands before or after it.</param>
/// <param name="DocType">The document type declaration as written.</param>
/// <param name="Defects">Why it is not well-formed XML, with lines; the first few. Empty if it is.</param>
internal sealed record MarkupDocument(IReadOnlyList<MarkupElement> Roots, string? DocType, IReadOnlyList<string> Defects);
