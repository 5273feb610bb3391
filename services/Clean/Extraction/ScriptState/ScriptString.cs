using System.Globalization;
using System.Text;

namespace Ingestion.Clean.Extraction.ScriptState;

/// <summary>The string literals of JavaScript and JSON (ECMA-262, "String Literals").</summary>
internal static class ScriptString
{
    /// <summary>Where a literal ends: the place of its closing quote; -1 if it has none on its line.</summary>
    /// <param name="script">The script.</param>
    /// <param name="open">The place of its opening quote.</param>
    public static int End(ReadOnlySpan<char> script, int open)
    {
        var quote = script[open];
        for (var i = open + 1; i < script.Length; i++)
        {
            var hit = script[i..].IndexOfAny(quote, '\\', '\n');
            if (hit < 0) return -1;
            i += hit;
            if (script[i] == quote) return i;
            if (script[i] == '\n') return -1;
            // What follows a backslash is part of the string.
            i++;
        }
        return -1;
    }

    /// <summary>The text of a literal, given without its quotes.</summary>
    public static string Unescape(ReadOnlySpan<char> literal)
    {
        if (!literal.Contains('\\')) return literal.ToString();
        var text = new StringBuilder(literal.Length);
        while (true)
        {
            var escape = literal.IndexOf('\\');
            if (escape < 0 || escape + 1 == literal.Length) return text.Append(literal).ToString();
            text.Append(literal[..escape]);
            var kind = literal[escape + 1];
            literal = literal[(escape + 2)..];
            var digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
            if (digits > 0 && literal.Length >= digits
                && ushort.TryParse(literal[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                literal = literal[digits..];
                continue;
            }
            text.Append(kind switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' or 'f' or 'v' => ' ',
                _ => kind,
            });
        }
    }
}
