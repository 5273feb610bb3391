namespace Ingestion.Clean.Parsing;

/// <summary>
/// Takes out of the source, before it is parsed, what no stage reads in the tree: scripts and style sheets (JSON-LD and
/// styles are handed on as texts), comments, vector graphics, overlong attributes. That is half of many pages, and it
/// bounds what one tag can cost the parser.
/// </summary>
internal static class SourceTrimmer
{
    /// <summary>A tag longer than this is looked at attribute by attribute.</summary>
    private const int LongTag = 4_096;

    /// <summary>An attribute longer than this goes: a data URI, a script's state.</summary>
    private const int LongAttribute = 2_048;

    /// <summary>More attributes than any honest tag has.</summary>
    private const int MostAttributes = 128;

    /// <summary>The source without what nobody reads.</summary>
    public static TrimmedSource Trim(string source)
    {
        var trimmed = new TrimmedSource(source);
        var at = 0;
        while (at < source.Length)
        {
            var open = source.IndexOf('<', at);
            if (open < 0 || open + 1 >= source.Length) break;
            var next = source[open + 1];
            if (next == '!')
            {
                at = open + 2;
                if (!source.AsSpan(at).StartsWith("--") || source.AsSpan(at + 2).StartsWith(">") || source.AsSpan(at + 2).StartsWith("->"))
                    continue;
                var end = source.IndexOf("-->", at + 2, StringComparison.Ordinal);
                if (end < 0) break;
                trimmed.Drop(open, end + 3);
                at = end + 3;
                continue;
            }
            at = open + 1;
            if (!char.IsAsciiLetter(next)) continue;
            var close = EndOfTag(source, open);
            if (close < 0) break;
            if (close - open > LongTag) TrimTag(source, open, close, trimmed);
            at = close + 1;
            var name = (next | 0x20) == 's' ? RawElement(source.AsSpan(open + 1)) : null;
            if (name is null || source[close - 1] == '/' && name == "svg") continue;
            var finish = source.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
            if (finish < 0) continue;
            if (name == "style") trimmed.AddStyle(at, finish);
            if (name == "script" && IsJsonLd(source.AsSpan(open, close - open))) trimmed.AddJsonLd(at, finish);
            trimmed.Drop(at, finish);
            at = finish;
        }
        trimmed.Complete();
        return trimmed;
    }

    private static bool IsJsonLd(ReadOnlySpan<char> tag) =>
        tag.IndexOf("ld+json", StringComparison.OrdinalIgnoreCase) >= 0 || tag.IndexOf("ld&#", StringComparison.OrdinalIgnoreCase) >= 0;

    private static string? RawElement(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["script", "style", "svg"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag.Length > name.Length && !char.IsAsciiLetterOrDigit(tag[name.Length]) && tag[name.Length] != '-')
                return name;
        }
        return null;
    }

    /// <summary>The place of the ">" that ends a tag; quoted values may hold one.</summary>
    private static int EndOfTag(string source, int open)
    {
        for (var i = open + 1; i < source.Length; i++)
        {
            var hit = source.AsSpan(i).IndexOfAny('>', '"', '\'');
            if (hit < 0) return -1;
            i += hit;
            if (source[i] == '>') return i;
            // A quote starts a value only after an equals sign.
            var before = i - 1;
            while (before > open && char.IsWhiteSpace(source[before])) before--;
            if (source[before] != '=') continue;
            var closing = source.IndexOf(source[i], i + 1);
            if (closing < 0) return -1;
            i = closing;
        }
        return -1;
    }

    private static void TrimTag(string source, int open, int close, TrimmedSource trimmed)
    {
        var attributes = 0;
        var i = open + 1;
        while (i < close && !char.IsWhiteSpace(source[i])) i++;
        while (i < close)
        {
            var start = i;
            while (i < close && char.IsWhiteSpace(source[i])) i++;
            while (i < close && source[i] != '=' && !char.IsWhiteSpace(source[i])) i++;
            var equals = i;
            while (equals < close && char.IsWhiteSpace(source[equals])) equals++;
            if (equals < close && source[equals] == '=')
            {
                i = equals + 1;
                while (i < close && char.IsWhiteSpace(source[i])) i++;
                if (i < close && source[i] is '"' or '\'')
                {
                    var end = source.IndexOf(source[i], i + 1);
                    i = end < 0 || end > close ? close : end + 1;
                }
                else
                {
                    while (i < close && !char.IsWhiteSpace(source[i])) i++;
                }
            }
            if (++attributes > MostAttributes)
            {
                trimmed.Drop(start, close);
                return;
            }
            if (i - start > LongAttribute) trimmed.Drop(start, i);
        }
    }
}
