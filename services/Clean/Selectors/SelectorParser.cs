using System.Globalization;
using System.Text;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Selectors;

/// <summary>Reads a selector list (Selectors Level 4, section 17).</summary>
internal sealed class SelectorParser(string text)
{
    private const int MaxNesting = 4;

    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);
    private int _at;
    private int _nesting;

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="SelectorSyntaxException">It is no selector, or uses what is not supported.</exception>
    public Selector Parse()
    {
        var selector = ParseList();
        return _at == text.Length ? selector : throw Unexpected();
    }

    private Selector ParseList()
    {
        var alternatives = new List<ComplexSelector>();
        do
        {
            SkipBlanks();
            alternatives.Add(ParseComplex());
        }
        while (Take(','));
        return new Selector([.. alternatives], _attributes);
    }

    private ComplexSelector ParseComplex()
    {
        var chains = new List<List<CompoundSelector>> { new() { ParseCompound() } };
        while (true)
        {
            var apart = SkipBlanks();
            if (IsEnd || Current is ',' or ')') break;
            if (Current is '+' or '~' or '|')
                throw new SelectorSyntaxException(
                    $"the combinator '{Current}' at character {_at + 1} is not supported: use a blank (descendant) or > (child).");
            if (Take('>'))
            {
                SkipBlanks();
                chains[^1].Add(ParseCompound());
            }
            else if (apart) chains.Add([ParseCompound()]);
            else throw Unexpected();
        }
        // Read from left to right, matched from right to left.
        chains.ForEach(chain => chain.Reverse());
        chains.Reverse();
        return new ComplexSelector(chains);
    }

    private CompoundSelector ParseCompound()
    {
        var conditions = new List<Func<PageNode, ElementPositions, bool>>();
        if (Take('*')) conditions.Add(static (_, _) => true);
        else if (!IsEnd && StartsName(Current))
        {
            var name = ReadName().ToLowerInvariant();
            conditions.Add((node, _) => node.Name == name);
        }
        while (!IsEnd)
        {
            if (Take('.')) AddClass(conditions);
            else if (Take('#')) AddId(conditions);
            else if (Take('[')) conditions.Add(ParseAttribute());
            else if (Take(':')) conditions.Add(ParsePseudoClass());
            else break;
        }
        return conditions.Count > 0 ? new CompoundSelector(conditions) : throw Unexpected();
    }

    private void AddClass(List<Func<PageNode, ElementPositions, bool>> conditions)
    {
        var name = ReadName();
        _attributes.Add("class");
        conditions.Add((node, _) => AttributeTest.HasWord(node.Attribute("class"), name, StringComparison.Ordinal));
    }

    private void AddId(List<Func<PageNode, ElementPositions, bool>> conditions)
    {
        var id = ReadName();
        _attributes.Add("id");
        conditions.Add((node, _) => node.Attribute("id") == id);
    }

    private Func<PageNode, ElementPositions, bool> ParseAttribute()
    {
        SkipBlanks();
        var name = ReadName().ToLowerInvariant();
        _attributes.Add(name);
        SkipBlanks();
        if (Take(']')) return (node, _) => node.Attribute(name) is not null;
        if (IsEnd) throw Unexpected();
        var symbol = Current;
        if (symbol != '=')
        {
            _at++;
            if (!AttributeTest.Symbols.Contains(symbol, StringComparison.Ordinal) || IsEnd || Current != '=') throw Unexpected(_at - 1);
        }
        _at++;
        SkipBlanks();
        var value = !IsEnd && Current is '"' or '\'' ? ReadString() : ReadName();
        SkipBlanks();
        var ignoreCase = TakeLetter('i');
        if (!ignoreCase) TakeLetter('s');
        SkipBlanks();
        if (!Take(']')) throw Unexpected();
        var test = new AttributeTest(symbol, value, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        return (node, _) => test.Matches(node.Attribute(name));
    }

    private Func<PageNode, ElementPositions, bool> ParsePseudoClass()
    {
        var start = _at - 1;
        if (!IsEnd && Current == ':')
            throw new SelectorSyntaxException($"the pseudo-element at character {start + 1} is not supported: a rule is about elements.");
        var name = ReadName().ToLowerInvariant();
        switch (name)
        {
            case "first-child":
                return static (node, positions) => positions.Of(node) == 1;
            case "nth-child":
                var formula = ParseNth(start);
                return (node, positions) => formula.Contains(positions.Of(node));
            case "not":
                var inner = ParseNot(start);
                return (node, positions) => !inner.Matches(node, positions);
            default:
                throw new SelectorSyntaxException(
                    $"':{name}' at character {start + 1} is not supported: of the pseudo-classes, :not(), :first-child and :nth-child() are.");
        }
    }

    private NthFormula ParseNth(int start)
    {
        var end = Take('(') ? text.IndexOf(')', _at) : -1;
        if (end < 0 || !NthFormula.TryParse(text[_at..end], out var formula))
            throw new SelectorSyntaxException($"':nth-child' at character {start + 1} needs a place: :nth-child(3), :nth-child(2n+1), :nth-child(odd).");
        _at = end + 1;
        return formula;
    }

    private Selector ParseNot(int start)
    {
        if (!Take('(')) throw new SelectorSyntaxException($"':not' at character {start + 1} needs a selector: :not(.name).");
        if (++_nesting > MaxNesting) throw new SelectorSyntaxException($"':not' at character {start + 1} is nested too deeply: at most {MaxNesting} levels.");
        var inner = ParseList();
        if (!Take(')')) throw Unexpected();
        _nesting--;
        return inner;
    }

    private string ReadString()
    {
        var start = _at;
        var quote = text[_at++];
        var value = new StringBuilder();
        while (!IsEnd && Current != quote)
        {
            if (Current == '\\') AppendEscaped(value);
            else value.Append(text[_at++]);
        }
        return Take(quote) ? value.ToString() : throw new SelectorSyntaxException($"the string at character {start + 1} does not end.");
    }

    private string ReadName()
    {
        if (IsEnd || !StartsName(Current)) throw Unexpected();
        var name = new StringBuilder();
        while (!IsEnd && (StartsName(Current) || char.IsAsciiDigit(Current)))
        {
            if (Current == '\\') AppendEscaped(name);
            else name.Append(text[_at++]);
        }
        return name.ToString();
    }

    /// <summary>An escape (CSS Syntax Level 3, section 4.3.7): up to six hex digits and a blank, or the character itself.</summary>
    private void AppendEscaped(StringBuilder value)
    {
        _at++;
        if (IsEnd) throw Unexpected();
        var digits = 0;
        while (digits < 6 && _at + digits < text.Length && char.IsAsciiHexDigit(text[_at + digits])) digits++;
        if (digits == 0)
        {
            value.Append(text[_at++]);
            return;
        }
        var code = int.Parse(text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        value.Append(Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : "\uFFFD");
        _at += digits;
        if (!IsEnd && char.IsWhiteSpace(Current)) _at++;
    }

    private bool IsEnd => _at >= text.Length;

    private char Current => text[_at];

    private static bool StartsName(char c) => char.IsAsciiLetter(c) || c is '-' or '_' or '\\' || c >= '\u0080';

    private bool Take(char c)
    {
        if (IsEnd || Current != c) return false;
        _at++;
        return true;
    }

    private bool TakeLetter(char letter)
    {
        if (IsEnd || char.ToLowerInvariant(Current) != letter) return false;
        _at++;
        return true;
    }

    private bool SkipBlanks()
    {
        var start = _at;
        while (!IsEnd && char.IsWhiteSpace(Current)) _at++;
        return _at > start;
    }

    private SelectorSyntaxException Unexpected(int? at = null)
    {
        var place = at ?? _at;
        return new SelectorSyntaxException(place >= text.Length
            ? "it ends where more was expected."
            : $"'{text[place]}' at character {place + 1} was not expected there.");
    }
}
