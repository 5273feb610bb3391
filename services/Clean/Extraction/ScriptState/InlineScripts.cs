namespace Ingestion.Clean.Extraction.ScriptState;

/// <summary>The scripts of a source that may hold state.</summary>
internal static class InlineScripts
{
    /// <summary>A shorter script holds no article.</summary>
    private const int Shortest = 20;

    /// <summary>So many characters of scripts are read, of all together.</summary>
    private const int MostCharacters = 4_000_000;

    /// <summary>Where their texts are, in order; JSON-LD, which is read elsewhere, is not among them.</summary>
    public static List<Range> In(ReadOnlySpan<char> source)
    {
        var scripts = new List<Range>();
        var left = MostCharacters;
        for (var at = 0; left > 0;)
        {
            var open = source[at..].IndexOf("<script", StringComparison.OrdinalIgnoreCase);
            if (open < 0) break;
            open += at;
            var tag = source[open..].IndexOf('>');
            if (tag < 0) break;
            var start = open + tag + 1;
            var length = source[start..].IndexOf("</script", StringComparison.OrdinalIgnoreCase);
            if (length < 0) break;
            at = start + length;
            if (length < Shortest || source[open..start].Contains("ld+json", StringComparison.OrdinalIgnoreCase)) continue;
            scripts.Add(start..(start + Math.Min(length, left)));
            left -= length;
        }
        return scripts;
    }
}
