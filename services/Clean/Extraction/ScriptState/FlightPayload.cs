using System.Globalization;
using System.Text;

namespace Ingestion.Clean.Extraction.ScriptState;

/// <summary>
/// What Next.js sends along for React to take over: calls of <c>self.__next_f.push([1,"..."])</c>, whose strings make one text
/// (React's Flight protocol). Its rows are lines, <c>5:["$","div",{...}]</c>, but for long strings, which come by length in
/// bytes: <c>24:T1b7b,</c> and then the string itself.
/// </summary>
internal sealed class FlightPayload
{
    private const string Call = "self.__next_f.push([1,\"";
    private readonly StringBuilder _text = new();

    /// <summary>Takes a script's string in.</summary>
    /// <returns>Whether it is such a script.</returns>
    public bool TryAdd(ReadOnlySpan<char> script)
    {
        script = script.TrimStart();
        if (!script.StartsWith(Call, StringComparison.Ordinal)) return false;
        var start = Call.Length;
        var end = ScriptString.End(script, start - 1);
        if (end > start) _text.Append(ScriptString.Unescape(script[start..end]));
        return true;
    }

    /// <summary>Reads the rows.</summary>
    public void ScanInto(StateScanner scanner)
    {
        var rest = _text.ToString().AsSpan();
        while (!rest.IsEmpty)
        {
            var colon = rest.IndexOf(':');
            if (colon < 0) return;
            var row = rest[(colon + 1)..];
            if (row.StartsWith("T") && row.IndexOf(',') is > 1 and var comma
                && int.TryParse(row[1..comma], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes))
            {
                var text = row[(comma + 1)..];
                var length = LengthOf(text, bytes);
                scanner.Add(text[..length]);
                rest = text[length..];
                continue;
            }
            var end = row.IndexOf('\n');
            if (end < 0) end = row.Length - 1;
            scanner.Scan(row[..(end + 1)]);
            rest = row[(end + 1)..];
        }
    }

    // The characters that take so many bytes of UTF-8.
    private static int LengthOf(ReadOnlySpan<char> text, int bytes)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes <= 0) break;
            bytes -= rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }
        return length;
    }
}
