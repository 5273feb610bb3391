using System.Globalization;

namespace Ingestion.Clean.Metadata;

/// <summary>Cuts a text into numbers and words, and reads times of day and offsets at a place in it.</summary>
internal sealed class DateScanner
{
    private static readonly HashSet<string> Filler = new(StringComparer.OrdinalIgnoreCase) { "de", "del", "of", "st", "nd", "rd", "th",
        "er", "a", "ב", "г", "o", "ש", "ال" };

    private static readonly Dictionary<string, int> ZoneMinutes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0,
        ["gmt"] = 0,
        ["utc"] = 0,
        ["est"] = -300,
        ["edt"] = -240,
        ["cst"] = -360,
        ["cdt"] = -300,
        ["mst"] = -420,
        ["mdt"] = -360,
        ["pst"] = -480,
        ["pdt"] = -420,
        ["cet"] = 60,
        ["mez"] = 60,
        ["cest"] = 120,
        ["mesz"] = 120,
        ["ist"] = 330,
        ["jst"] = 540,
        ["kst"] = 540,
        ["msk"] = 180,
        ["eet"] = 120,
        ["eest"] = 180,
        ["aest"] = 600,
        ["aedt"] = 660,
        ["wib"] = 420,
        ["pkt"] = 300,
        ["sgt"] = 480,
        ["hkt"] = 480,
    };

    private readonly string _text;

    /// <summary>Cuts a text.</summary>
    public DateScanner(string text)
    {
        _text = text = WithAsciiDigits(text);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            var start = i;
            if (char.IsAsciiDigit(c))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
                // The T between a date and a time belongs to neither.
                Tokens.Add(new Token("", i - start <= 9 ? int.Parse(text.AsSpan(start, i - start), CultureInfo.InvariantCulture)
                    : int.MaxValue, i - start, start, i));
            }
            else if (char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '’' or '\''
                    || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) i++;
                Tokens.Add(new Token(text[start..i], null, 0, start, i));
            }
            else
            {
                i++;
            }
        }
        // 年, 月, 日, 년, 월, 일 and the T of ISO 8601 are separators, not words.
        Tokens.RemoveAll(static token => token.Number is null
            && token.Word is "年" or "月" or "日" or "号" or "號" or "년" or "월" or "일" or "T" or "t" or "ngày" or "tháng" or "năm");
    }

    // ২০২০ and ۱۳۹۹ are numbers too.
    private static string WithAsciiDigits(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u065F') || !text.Any(static c => c > 127 && char.IsDigit(c))) return text;
        return string.Create(text.Length, text, static (digits, from) =>
        {
            for (var i = 0; i < from.Length; i++) digits[i] = char.IsDigit(from[i]) ? (char)('0' + (int)char.GetNumericValue(from[i]))
                : from[i];
        });
    }

    /// <summary>The numbers and words, in order.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>The number at a place; null if there is none.</summary>
    public int? Number(int at) => at >= 0 && at < Tokens.Count ? Tokens[at].Number : null;

    /// <summary>How many digits the number at a place has.</summary>
    public int Digits(int at) => at >= 0 && at < Tokens.Count ? Tokens[at].Digits : 0;

    /// <summary>The word at a place; empty if there is none.</summary>
    public string Word(int at) => at >= 0 && at < Tokens.Count ? Tokens[at].Word : "";

    /// <summary>The month that the word at a place names; 0 if none.</summary>
    public int WordMonth(int at, string? language) =>
        at >= 0 && at < Tokens.Count && Tokens[at].Number is null ? MonthNames.Number(Tokens[at].Word, language) : 0;

    /// <summary>The next place that is no "de", "of", "th".</summary>
    public int SkipFiller(int at)
    {
        while (at < Tokens.Count && Tokens[at].Number is null && Filler.Contains(Tokens[at].Word)) at++;
        return at;
    }

    /// <summary>The character after a token, blanks left out.</summary>
    public char SeparatorAfter(int at)
    {
        var i = Tokens[at].End;
        while (i < _text.Length && _text[i] == ' ') i++;
        return i < _text.Length ? _text[i] : ' ';
    }

    /// <summary>Whether the same kind of separator follows both tokens.</summary>
    public bool SameSeparator(int first, int second)
    {
        var a = SeparatorAfter(first);
        var b = SeparatorAfter(second);
        return a == b || (a is '年' or '년' && b is '月' or '월') || (a is 't' or 'T' && b is 'n' or 'N' or '/');
    }

    /// <summary>Whether a time of day stands at a place.</summary>
    public bool IsTimeAt(int at) => TimeAt(at, out _, out _);

    /// <summary>Reads a time of day: 8:30, 08:30:15, 8.30 pm, 8h30, 下午8:30, 8 PM.</summary>
    public bool TimeAt(int at, out TimeOnly time, out int next)
    {
        time = default;
        next = at;
        if (Number(at) is not { } hour || Digits(at) > 2 || hour > 24) return false;
        var minute = 0;
        var second = 0;
        next = at + 1;
        var separator = Tokens[at].End < _text.Length ? _text[Tokens[at].End] : ' ';
        var hasMinute = false;
        if (separator is ':' or '.' or '：' && Number(at + 1) is { } m && Digits(at + 1) == 2 && m < 60
            && Tokens[at + 1].Start == Tokens[at].End + 1)
        {
            if (separator == '.' && at + 2 < Tokens.Count && Tokens[at + 1].End < _text.Length && _text[Tokens[at + 1].End] == '.'
                && Digits(at + 2) is 2 or 4) return false;
            (minute, hasMinute, next) = (m, true, at + 2);
            if (Tokens[at + 1].End < _text.Length && _text[Tokens[at + 1].End] is ':' or '：' && Number(at + 2) is { } s
                && Digits(at + 2) is 1 or 2 && s < 60)
            {
                (second, next) = (s, at + 3);
                // A fraction of a second.
                if (Tokens[at + 2].End < _text.Length && _text[Tokens[at + 2].End] is '.' or ',' && next < Tokens.Count
                    && Tokens[next].Number is not null
                    && Tokens[next].Start == Tokens[at + 2].End + 1) next++;
            }
        }
        else if (at + 1 < Tokens.Count && Tokens[at + 1].Word is "h" or "H" or "u" or "时" or "時" or "시"
            && Tokens[at + 1].Start - Tokens[at].End <= 1)
        {
            (hasMinute, next) = (true, at + 2);
            if (Number(at + 2) is { } after && Digits(at + 2) == 2 && after < 60
                && Tokens[at + 2].Start - Tokens[at + 1].End <= 1) (minute, next) = (after, at + 3);
            else if (Tokens[at + 1].Word is "u") return false;
        }
        var half = next < Tokens.Count && Tokens[next].Number is null ? Half(next, out var skip) : 0;
        if (half != 0)
        {
            _ = Half(next, out skip);
            next += skip;
        }
        else if (at > 0 && Tokens[at - 1].Word is { } before)
        {
            if (before.EndsWith("下午", StringComparison.Ordinal) || before.EndsWith("晚上", StringComparison.Ordinal)
                || before is "오후" or "午後") half = 2;
            else if (before.EndsWith("上午", StringComparison.Ordinal) || before is "오전" or "午前") half = 1;
        }
        if (!hasMinute && half == 0) return false;
        if (half == 2 && hour < 12) hour += 12;
        if (half == 1 && hour == 12) hour = 0;
        if (hour == 24) hour = 0;
        time = new TimeOnly(hour, minute, second);
        return true;
    }

    /// <summary>Reads an offset from UTC: Z, +02:00, -0500, GMT+2, EDT; null if there is none.</summary>
    public TimeSpan? OffsetAt(int at)
    {
        var from = at > 0 && at <= Tokens.Count ? Tokens[at - 1].End : 0;
        int? zone = null;
        var i = at;
        if (i < Tokens.Count && Tokens[i].Number is null && Tokens[i].Start - from <= 2
            && ZoneMinutes.TryGetValue(Tokens[i].Word, out var minutes))
        {
            zone = minutes;
            from = Tokens[i].End;
            i++;
        }
        if (Number(i) is { } number && Tokens[i].Start > 0 && Tokens[i].Start - from <= 2
            && _text[Tokens[i].Start - 1] is '+' or '-' or '−')
        {
            var sign = _text[Tokens[i].Start - 1] == '+' ? 1 : -1;
            int hours, rest = 0;
            if (Digits(i) == 4) (hours, rest) = (number / 100, number % 100);
            else if (Digits(i) <= 2) (hours, rest) = (number, Tokens[i].End < _text.Length && _text[Tokens[i].End] == ':'
                && Digits(i + 1) == 2 ? Number(i + 1)!.Value : 0);
            else return Offset(zone);
            return Offset(sign * (hours * 60 + rest));
        }
        return Offset(zone);
    }

    private static TimeSpan? Offset(int? minutes) => minutes is { } m && Math.Abs(m) <= 14 * 60 ? TimeSpan.FromMinutes(m) : null;

    // 1 for a.m., 2 for p.m., 0 for neither.
    private int Half(int at, out int tokens)
    {
        tokens = 1;
        var word = Tokens[at].Word;
        if (word.Equals("am", StringComparison.OrdinalIgnoreCase)) return 1;
        if (word.Equals("pm", StringComparison.OrdinalIgnoreCase)) return 2;
        if (at + 1 < Tokens.Count && Tokens[at + 1].Word.Equals("m", StringComparison.OrdinalIgnoreCase)
            && Tokens[at + 1].Start - Tokens[at].End <= 2)
        {
            tokens = 2;
            if (word.Equals("a", StringComparison.OrdinalIgnoreCase)) return 1;
            if (word.Equals("p", StringComparison.OrdinalIgnoreCase)) return 2;
        }
        tokens = 0;
        return 0;
    }

    /// <summary>A number or a word.</summary>
    /// <param name="Word">The word; empty for a number.</param>
    /// <param name="Number">The number; null for a word.</param>
    /// <param name="Digits">How many digits it has.</param>
    /// <param name="Start">Where it starts.</param>
    /// <param name="End">The place after it.</param>
    internal readonly record struct Token(string Word, int? Number, int Digits, int Start, int End);
}
