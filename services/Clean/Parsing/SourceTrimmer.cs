namespace Ingestion.Clean.Parsing;

/// <summary>
/// Takes out of the source, before it is parsed, what no stage reads in the tree: scripts and style sheets (JSON-LD and
/// styles are handed on as texts), comments, vector graphics, overlong attributes. That is half of many pages, and it
/// bounds what one tag can cost the parser.
/// </summary>
internal ref struct SourceTrimmer
{
    /// <summary>A tag longer than this is looked at attribute by attribute.</summary>
    private const int LongTag = 4_096;

    /// <summary>An attribute longer than this goes: a data URI, a script's state.</summary>
    private const int LongAttribute = 2_048;

    /// <summary>More attributes than any honest tag has.</summary>
    private const int MostAttributes = 128;

    private readonly ReadOnlySpan<char> _source;
    private readonly TrimmedSource _trimmed;

    // Whether no element of this name ends any more: so nobody has to look for the end again and again.
    private bool _scriptsAreOpen;
    private bool _stylesAreOpen;
    private bool _graphicsAreOpen;

    private SourceTrimmer(ReadOnlySpan<char> source, TrimmedSource trimmed)
    {
        _source = source;
        _trimmed = trimmed;
    }

    /// <summary>The source without what nobody reads.</summary>
    public static TrimmedSource Trim(ReadOnlyMemory<char> source)
    {
        var trimmed = new TrimmedSource(source);
        new SourceTrimmer(source.Span, trimmed).Trim();
        trimmed.Complete();
        return trimmed;
    }

    private void Trim()
    {
        for (var at = 0; at >= 0;)
        {
            var open = IndexOf('<', at);
            if (open < 0 || open + 1 >= _source.Length) return;
            var next = _source[open + 1];
            if (next == '!') at = TrimComment(open);
            else if (char.IsAsciiLetter(next)) at = TrimElement(open);
            else at = open + 1;
        }
    }

    /// <summary>Looks at what begins with "&lt;!".</summary>
    /// <returns>Where to go on; -1 if this has no end.</returns>
    private readonly int TrimComment(int open)
    {
        var text = open + 4;
        if (text > _source.Length || !_source[open..text].SequenceEqual("<!--")) return open + 2;
        if (_source[text..].StartsWith(">") || _source[text..].StartsWith("->")) return text;
        var length = _source[text..].IndexOf("-->");
        if (length < 0) return -1;
        var end = text + length + 3;
        _trimmed.Drop(open, end);
        return end;
    }

    /// <summary>Looks at a tag, and takes the whole element where it is a script, a style sheet or a graphic.</summary>
    /// <returns>Where to go on; -1 if this has no end.</returns>
    private int TrimElement(int open)
    {
        var close = EndOfTag(open);
        if (close < 0) return -1;
        if ((_source[open + 1] | 0x20) == 's')
        {
            var end = IsNamed(open, "script") ? TrimScript(open, close)
                : IsNamed(open, "style") ? TrimStyle(open, close)
                : IsNamed(open, "svg") ? TrimGraphic(open, close) : -1;
            if (end >= 0) return end;
        }
        if (close - open > LongTag) TrimTag(open, close);
        return close + 1;
    }

    /// <summary>Takes a script out.</summary>
    /// <returns>Where to go on; -1 if it never ends.</returns>
    private int TrimScript(int open, int close)
    {
        var end = _scriptsAreOpen ? -1 : EndTag("</script", close + 1);
        if (end < 0)
        {
            _scriptsAreOpen = true;
            return -1;
        }
        if (IsJsonLd(_source[open..close])) _trimmed.AddJsonLd(close + 1, end);
        return Drop(open, end);
    }

    /// <summary>Takes a style sheet out.</summary>
    /// <returns>Where to go on; -1 if it never ends.</returns>
    private int TrimStyle(int open, int close)
    {
        var end = _stylesAreOpen ? -1 : EndTag("</style", close + 1);
        if (end < 0)
        {
            _stylesAreOpen = true;
            return -1;
        }
        _trimmed.AddStyle(close + 1, end);
        return Drop(open, end);
    }

    /// <summary>Empties a graphic; that there is one stays.</summary>
    /// <returns>Where to go on; -1 if there is nothing in it, or it never ends.</returns>
    private int TrimGraphic(int open, int close)
    {
        if (_source[close - 1] == '/') return -1;
        var end = _graphicsAreOpen ? -1 : EndTag("</svg", close + 1);
        if (end < 0)
        {
            _graphicsAreOpen = true;
            return -1;
        }
        if (close - open > LongTag) TrimTag(open, close);
        _trimmed.Drop(close + 1, end);
        return end;
    }

    /// <summary>Takes an element out, from its tag to the end of its end tag.</summary>
    private readonly int Drop(int open, int endTag)
    {
        var end = IndexOf('>', endTag) is var close and >= 0 ? close + 1 : _source.Length;
        _trimmed.Drop(open, end);
        return end;
    }

    private static bool IsJsonLd(ReadOnlySpan<char> tag) =>
        tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase) || tag.Contains("ld&#", StringComparison.OrdinalIgnoreCase);

    private readonly bool IsNamed(int open, string name)
    {
        var end = open + 1 + name.Length;
        return end < _source.Length && _source[(open + 1)..end].Equals(name, StringComparison.OrdinalIgnoreCase)
            && !char.IsAsciiLetterOrDigit(_source[end]) && _source[end] != '-';
    }

    /// <summary>Where an end tag is; -1 if there is none.</summary>
    private readonly int EndTag(string tag, int from)
    {
        while (true)
        {
            var at = _source[from..].IndexOf(tag, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return -1;
            from += at + tag.Length;
            if (from == _source.Length || !char.IsAsciiLetterOrDigit(_source[from])) return from - tag.Length;
        }
    }

    /// <summary>The place of the ">" that ends a tag; quoted values may hold one.</summary>
    private readonly int EndOfTag(int open)
    {
        for (var i = open + 1; i < _source.Length; i++)
        {
            var hit = _source[i..].IndexOfAny('>', '"', '\'');
            if (hit < 0) return -1;
            i += hit;
            if (_source[i] == '>') return i;
            // A quote starts a value only after an equals sign.
            if (_source[open..i].TrimEnd()[^1] != '=') continue;
            i = IndexOf(_source[i], i + 1);
            if (i < 0) return -1;
        }
        return -1;
    }

    private readonly void TrimTag(int open, int close)
    {
        var attributes = 0;
        var i = open + 1;
        while (i < close && !char.IsWhiteSpace(_source[i])) i++;
        while (i < close)
        {
            var start = i;
            i = EndOfAttribute(i, close);
            if (++attributes > MostAttributes)
            {
                _trimmed.Drop(start, close);
                return;
            }
            if (i - start > LongAttribute) _trimmed.Drop(start, i);
        }
    }

    private readonly int EndOfAttribute(int i, int close)
    {
        while (i < close && char.IsWhiteSpace(_source[i])) i++;
        while (i < close && _source[i] != '=' && !char.IsWhiteSpace(_source[i])) i++;
        var equals = i;
        while (equals < close && char.IsWhiteSpace(_source[equals])) equals++;
        if (equals == close || _source[equals] != '=') return i;
        i = equals + 1;
        while (i < close && char.IsWhiteSpace(_source[i])) i++;
        if (i < close && _source[i] is '"' or '\'')
        {
            var end = IndexOf(_source[i], i + 1);
            return end < 0 || end > close ? close : end + 1;
        }
        while (i < close && !char.IsWhiteSpace(_source[i])) i++;
        return i;
    }

    private readonly int IndexOf(char c, int from)
    {
        var at = _source[from..].IndexOf(c);
        return at < 0 ? -1 : from + at;
    }
}
