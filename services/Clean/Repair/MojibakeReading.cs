using System.Text;

namespace Ingestion.Clean.Repair;

/// <summary>A text as it reads if it was UTF-8 read in a given character set, and how much speaks for that.</summary>
internal sealed class MojibakeReading
{
    private readonly StringBuilder _text;
    private readonly MojibakeCharset _charset;
    private int _units;
    private int _weight;
    private readonly int _strays;
    private int _implausible;
    private bool _unmistakable;
    private bool _provesAlone;

    /// <summary>Reads the text so.</summary>
    public MojibakeReading(ReadOnlySpan<char> text, MojibakeCharset charset)
    {
        _charset = charset;
        _text = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var ascii = text[i..].IndexOfAnyExceptInRange('\0', '\u007F');
            if (ascii != 0)
            {
                ascii = ascii < 0 ? text.Length - i : ascii;
                _text.Append(text.Slice(i, ascii));
                i += ascii;
                continue;
            }
            var lead = charset.ByteOf(text[i]);
            if (lead == 0) _text.Append(text[i++]);
            else if (lead >= 0xC2 && (TakeUnit(text, i) ?? TakeLost(text, i) ?? TakeStraightened(text, i)) is { } length) i += length;
            else
            {
                _strays++;
                _text.Append(text[i++]);
            }
        }
    }

    /// <summary>The text.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Whether all of the text fits the reading, so that no other can fit it better.</summary>
    public bool IsWhole => _strays == 0 && _implausible == 0 && Score > 1;

    /// <summary>How much more speaks for this reading than against it; nothing speaks for it if it is not positive.</summary>
    public int Score
    {
        get
        {
            if (_implausible * 4 >= _units) return 0;
            if (_unmistakable) return _weight + 1;
            if (_strays == 0 && _provesAlone) return _weight;
            return _units >= 2 ? _weight - _strays : 0;
        }
    }

    /// <summary>A character in UTF-8, each byte of which was read as a character.</summary>
    private int? TakeUnit(ReadOnlySpan<char> text, int at)
    {
        var lead = _charset.ByteOf(text[at]);
        var length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead > 0xF4 || at + length > text.Length) return null;
        var code = lead & (0xFF >> (length + 1));
        var straightened = false;
        for (var i = 1; i < length; i++)
        {
            var trail = _charset.ByteOf(text[at + i]);
            if (text[at + i] == ' ' && i == length - 1 && MayBeStraightened(text, at, lead, length)) (trail, straightened) = (0xA0, true);
            if (trail is < 0x80 or > 0xBF) return null;
            code = (code << 6) | (trail & 0x3F);
        }
        if (length == 3 && code is >= 0xD800 and <= 0xDBFF) return TakeSurrogates(text, at, code);
        if (code < (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) || code is >= 0xD800 and <= 0xDFFF or > 0x10FFFF) return null;

        _text.Append(char.ConvertFromUtf32(code));
        // A no-break space proves little: it stands after any letter.
        var blank = text[at + length - 1] is '\u00A0' or ' ' && length == 2 && lead != 0xC3;
        if (!blank && !straightened && !IsPieceOfCapitals(text, at, length)) Weigh(text, at, length, code);
        return length;
    }

    /// <summary>Emoji that were encoded as two surrogates of three bytes each (CESU-8).</summary>
    private int? TakeSurrogates(ReadOnlySpan<char> text, int at, int high)
    {
        if (at + 6 > text.Length || _charset.ByteOf(text[at + 3]) != 0xED) return null;
        var (second, third) = (_charset.ByteOf(text[at + 4]), _charset.ByteOf(text[at + 5]));
        if (second is < 0xB0 or > 0xBF || third is < 0x80 or > 0xBF) return null;
        _text.Append((char)high).Append((char)(0xD000 | ((second & 0x3F) << 6) | (third & 0x3F)));
        (_units, _weight, _unmistakable) = (_units + 1, _weight + 3, true);
        return 6;
    }

    /// <summary>A character of which a byte was replaced by U+FFFD on the way: it is lost, but one mark says so, not two.</summary>
    private int? TakeLost(ReadOnlySpan<char> text, int at)
    {
        var lead = _charset.ByteOf(text[at]);
        if (lead > 0xF4) return null;
        for (var i = 1; i < (lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4) && at + i < text.Length; i++)
        {
            if (text[at + i] == '\uFFFD')
            {
                _text.Append('\uFFFD');
                (_units, _weight) = (_units + 1, _weight + 1);
                _provesAlone |= _charset.ProvesAlone.Contains(text[at], StringComparison.Ordinal);
                return i + 1;
            }
            if (_charset.ByteOf(text[at + i]) is < 0x80 or > 0xBF) break;
        }
        return null;
    }

    /// <summary>
    /// "à" and "Š" end in the byte of a no-break space. Where that was straightened to a blank, or fell together with the
    /// blank after it, the first half is left; "Â" is all that is left of a no-break space itself.
    /// </summary>
    private int? TakeStraightened(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != ' ') return null;
        var (lead, before) = (_charset.ByteOf(text[at]), at > 0 ? text[at - 1] : ' ');
        var beforeWord = at + 2 < text.Length && char.IsAsciiLetterLower(text[at + 2]);
        if (!beforeWord) return null;
        switch (lead)
        {
            case 0xC3 when char.IsLower(before) || before is ' ' or '\'' or '’':
                _text.Append("à ");
                _provesAlone |= before != ' ' && _charset.ProvesAlone.Contains(text[at], StringComparison.Ordinal);
                if (before != ' ') (_units, _weight) = (_units + 1, _weight + 1);
                return 2;
            case 0xC5 when before == ' ':
                _text.Append('Š');
                return 2;
            case 0xC2 when before != ' ':
                _text.Append(' ');
                return 2;
            default:
                return null;
        }
    }

    /// <summary>Whether a blank may be a straightened no-break space inside of a character: in scripts where no blank would stand there.</summary>
    private bool MayBeStraightened(ReadOnlySpan<char> text, int at, byte lead, int length) =>
        lead >= 0xD0 && at + length < text.Length && _charset.ByteOf(text[at + length]) == lead;

    /// <summary>Two capitals in a word of capitals ("HÅØYA") are what they are; in windows-1252 no second byte is a common one.</summary>
    private bool IsPieceOfCapitals(ReadOnlySpan<char> text, int at, int length) =>
        _charset != MojibakeCharset.All[0] && length == 2 && at + 2 < text.Length
        && char.IsUpper(text[at]) && char.IsUpper(text[at + 1]) && char.IsUpper(text[at + 2]);

    private void Weigh(ReadOnlySpan<char> text, int at, int length, int code)
    {
        _units++;
        var kind = MojibakePlausibility.Of(code);
        _implausible += kind == MojibakePlausibility.Kind.Implausible ? 1 : 0;
        _unmistakable |= kind == MojibakePlausibility.Kind.Unmistakable;
        _weight += kind switch
        {
            MojibakePlausibility.Kind.Implausible => -1,
            MojibakePlausibility.Kind.Unmistakable => 3,
            MojibakePlausibility.Kind.Symbol => 2,
            _ => 1,
        };
        if (kind == MojibakePlausibility.Kind.Symbol && _charset == MojibakeCharset.All[0]) _provesAlone = true;
        if (kind != MojibakePlausibility.Kind.Latin || !_charset.ProvesAlone.Contains(text[at], StringComparison.Ordinal)) return;
        // A mark that closes a quotation may stand after a word in capitals; inside of a word it is one half of a letter.
        var closing = text[at + 1] is '”' or '’' or '»' or '«' or '…' or '–' or '—' or '®' or '™';
        var insideWord = at + length < text.Length && char.IsLetter(text[at + length]);
        var afterLetter = at > 0 && char.IsLetter(text[at - 1]);
        _provesAlone |= text[at] == '√' ? afterLetter : !closing || insideWord || (at > 0 && char.IsLower(text[at - 1]));
    }
}
