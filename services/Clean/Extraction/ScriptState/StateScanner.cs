using Ingestion.Clean.Metadata;

namespace Ingestion.Clean.Extraction.ScriptState;

/// <summary>
/// Looks through objects for texts that read like articles. It asks for no more grammar than strings, keys and braces, so that it
/// reads JSON, calls and assignments in JavaScript, and objects with bare keys alike, in one pass.
/// </summary>
internal sealed class StateScanner(Budget budget)
{
    private const int ShortestTitle = 4;
    private const int LongestTitle = 300;

    /// <summary>State may be a string of JSON in a string of JSON, and no deeper.</summary>
    private const int MostNesting = 2;

    /// <summary>Deeper objects belong to the one at this depth.</summary>
    private const int MostDepth = 128;

    /// <summary>An article's title is in its own object or in one of so many around it.</summary>
    private const int MostAround = 3;

    private const int MostArticles = 200;

    /// <summary>Quotes that no other one closes, in a script: one may be part of a comment or a pattern, many say that it is none.</summary>
    private const int MostBroken = 32;

    // The surest first.
    private static readonly string[] TitleKeys = ["headline", "title", "name"];

    // Texts of the site.
    private static readonly string[] OtherKeys = ["policy", "privacy", "consent", "cookie", "terms", "legal", "disclaimer", "css", "style", "footer"];

    /// <summary>What was found so far.</summary>
    public List<StateArticle> Articles { get; } = [];

    /// <summary>Looks through a script, or a part of its state.</summary>
    public void Scan(ReadOnlySpan<char> script) => Scan(script, 0);

    /// <summary>Takes a text that belongs to no object, if it reads like an article.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (Articles.Count < MostArticles && StateText.Read(text.ToString()) is { } article) Articles.Add(article);
    }

    private void Scan(ReadOnlySpan<char> script, int nesting)
    {
        var open = new Stack<Scope>();
        open.Push(new Scope());
        var key = default(Range);
        var broken = 0;
        for (var i = 0; i < script.Length && Articles.Count < MostArticles; i++)
        {
            var c = script[i];
            if (c == '{')
            {
                if (open.Count < MostDepth) open.Push(new Scope());
                key = default;
            }
            else if (c == '}')
            {
                if (open.Count > 1) Close(open);
            }
            else if (c is '"' or '\'')
            {
                budget.Step();
                var end = ScriptString.End(script, i);
                if (end < 0)
                {
                    if (++broken == MostBroken) break;
                    continue;
                }
                if (IsKey(script, end + 1)) key = (i + 1)..end;
                else Value(script[(i + 1)..end], script[key], open.Peek(), nesting);
                i = end;
            }
            else if (char.IsAsciiLetter(c) || c is '_' or '$')
            {
                var start = i;
                while (i + 1 < script.Length && (char.IsAsciiLetterOrDigit(script[i + 1]) || script[i + 1] is '_' or '$')) i++;
                if (IsKey(script, i + 1)) key = start..(i + 1);
            }
            else if (c == ',')
            {
                key = default;
            }
        }
        while (open.Count > 1) Close(open);
        Articles.AddRange(open.Pop().Articles.Select(static found => found.Article));
    }

    private static bool IsKey(ReadOnlySpan<char> script, int end)
    {
        while (end < script.Length && script[end] is ' ' or '\n' or '\r' or '\t') end++;
        return end < script.Length && script[end] == ':';
    }

    private void Value(ReadOnlySpan<char> literal, ReadOnlySpan<char> key, Scope scope, int nesting)
    {
        if (literal.Length is >= ShortestTitle and <= LongestTitle) ReadTitle(literal, key, scope);
        if (literal.Length < StateText.Shortest || IsOther(key)) return;
        var text = ScriptString.Unescape(literal);
        if (StateText.Read(text) is { } article) scope.Articles.Add((article, 0));
        else if (nesting < MostNesting && text.Contains('{', StringComparison.Ordinal) && text.Contains("\":", StringComparison.Ordinal)) Scan(text, nesting + 1);
    }

    private static void ReadTitle(ReadOnlySpan<char> literal, ReadOnlySpan<char> key, Scope scope)
    {
        for (var rank = 0; rank < scope.TitleRank; rank++)
        {
            if (!key.SequenceEqual(TitleKeys[rank])) continue;
            (scope.Title, scope.TitleRank) = (Whitespace.Collapse(ScriptString.Unescape(literal)), rank);
        }
    }

    private static bool IsOther(ReadOnlySpan<char> key)
    {
        foreach (var other in OtherKeys)
        {
            if (key.Contains(other, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    // An article without a title may find it in the object around.
    private void Close(Stack<Scope> open)
    {
        var scope = open.Pop();
        foreach (var (article, around) in scope.Articles)
        {
            if (scope.Title is not null) Articles.Add(article with { Title = scope.Title });
            else if (around == MostAround) Articles.Add(article);
            else open.Peek().Articles.Add((article, around + 1));
        }
    }

    private sealed class Scope
    {
        public string? Title { get; set; }

        public int TitleRank { get; set; } = TitleKeys.Length;

        public List<(StateArticle Article, int Around)> Articles { get; } = [];
    }
}
