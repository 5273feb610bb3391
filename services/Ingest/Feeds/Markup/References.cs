using System.Globalization;
using System.Net;
using System.Text;

namespace Ingestion.Ingest.Feeds.Markup;

/// <summary>
/// Resolves references to characters: XML's and HTML's, and entities that the document declares. A declared entity stands for
/// text and nothing else: it is not expanded within another, names no file, and all of them together are bounded.
/// </summary>
internal sealed class References
{
    private const int MaxEntities = 256;
    private const int MaxEntityLength = 1024;
    private const int MaxExpansion = 64 * 1024;
    private const int MaxNameLength = 32;

    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);
    private int _expanded;

    /// <summary>Declares an entity, unless there are too many, or it has references of its own.</summary>
    public void Declare(string name, string value)
    {
        if (_declared.Count >= MaxEntities || value.Length > MaxEntityLength) return;
        var plain = Resolve(value, declared: false);
        if (!plain.Contains('&', StringComparison.Ordinal) || !value.Contains('&', StringComparison.Ordinal)) _declared.TryAdd(name, plain);
    }

    /// <summary>The text with its references resolved; what is no reference stays as it is, a bare ampersand included.</summary>
    public string Resolve(string text) => Resolve(text, declared: true);

    private string Resolve(string text, bool declared)
    {
        var next = text.IndexOf('&', StringComparison.Ordinal);
        if (next < 0) return text;
        var resolved = new StringBuilder(text.Length);
        var done = 0;
        while (next >= 0)
        {
            var end = text.IndexOf(';', next, Math.Min(MaxNameLength, text.Length - next));
            if (end > next + 1 && Character(text.AsSpan(next + 1, end - next - 1), declared) is { } character)
            {
                resolved.Append(text, done, next - done).Append(character);
                done = end + 1;
                next = end;
            }
            next = next + 1 < text.Length ? text.IndexOf('&', next + 1) : -1;
        }
        return resolved.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>What a reference stands for; empty for a character that may not be, null if it stands for nothing.</summary>
    private string? Character(ReadOnlySpan<char> name, bool declared)
    {
        if (name[0] == '#') return Number(name[1..]);
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.')) return null;
        }
        var key = name.ToString();
        switch (key)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
        }
        if (declared && _declared.TryGetValue(key, out var value))
        {
            if (_expanded + value.Length > MaxExpansion) return null;
            _expanded += value.Length;
            return value;
        }
        var reference = $"&{key};";
        var html = WebUtility.HtmlDecode(reference);
        return html == reference ? null : html;
    }

    private static string? Number(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits.Length > 0 && digits[0] is 'x' or 'X';
        if (!int.TryParse(hexadecimal ? digits[1..] : digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var code))
            return null;
        if (code is >= 0x80 and <= 0x9F) return Characters.FromWindows1252((char)code).ToString();
        return Rune.IsValid(code) && Characters.IsAllowed((char)Math.Min(code, 0xFFFF), code) ? new Rune(code).ToString() : "";
    }
}
