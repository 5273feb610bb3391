using System.Buffers;
using System.Text;

namespace Ingestion.Clean.Repair;

/// <summary>
/// Puts right text that was encoded in UTF-8 and read in a single-byte character set, once or more than once. A text
/// is left alone unless reading it again gives text that makes more sense: most characters in doubt have to be part of
/// well-formed UTF-8, and what comes out has to be characters that people write. The idea is that of ftfy.
/// </summary>
internal static class Mojibake
{
    private const int MostTimes = 4;

    // A run without an end in sight is judged in pieces.
    private const int LongestRun = 32_768;

    // Runs are judged one by one: a page may be damaged in one place and sound in another.
    private static readonly SearchValues<char> EndOfRun = SearchValues.Create('\n', '<', '>');
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Select(c => (char)c)]);
    private static readonly ushort[] Leads = Mask(value => value is >= 0xC2 and <= 0xF4);
    private static readonly ushort[] Trails = Mask(value => value is >= 0x80 and <= 0xBF);

    /// <summary>The text put right; the same instance where nothing is wrong.</summary>
    public static string Fix(string text) => TryFix(text, damaged: null) ?? text;

    /// <summary>The text put right; null where nothing is wrong.</summary>
    /// <param name="text">The text.</param>
    /// <param name="damaged">Takes every run of it that was damaged, as it was.</param>
    /// <param name="budget">What that may cost; null where it is little.</param>
    public static string? TryFix(ReadOnlySpan<char> text, ICollection<string>? damaged, Budget? budget = null)
    {
        StringBuilder? right = null;
        int copied = 0, from = 0;
        while (FirstSuspect(text[from..]) is var suspect and >= 0)
        {
            budget?.CheckTime();
            suspect += from;
            var start = Math.Max(from + text[from..suspect].LastIndexOfAny(EndOfRun) + 1, suspect - LongestRun);
            var rest = text[suspect..Math.Min(text.Length, suspect + LongestRun)];
            var length = rest.IndexOfAny(EndOfRun);
            var end = suspect + (length < 0 ? rest.Length : length);
            var run = text[start..end];
            if (FixRun(run) is var mended && !run.SequenceEqual(mended))
            {
                damaged?.Add(run.ToString());
                right ??= new StringBuilder(text.Length);
                right.Append(text[copied..start]).Append(mended);
                copied = end;
            }
            from = end;
        }
        return right?.Append(text[copied..]).ToString();
    }

    /// <summary>The first character that may be damage, alone or with the one after it; -1 if there is none.</summary>
    private static int FirstSuspect(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var skip = text[i..].IndexOfAnyExceptInRange('\0', '\u007F');
            if (skip < 0) return -1;
            i += skip;
            if (text[i] is >= '\u0080' and <= '\u009F') return i;
            if (i + 1 < text.Length && CandidatesAt(text, i) != 0) return i;
        }
        return -1;
    }

    private static string FixRun(ReadOnlySpan<char> run)
    {
        var text = run.ToString();
        for (var times = 0; times < MostTimes && Candidates(text) is var candidates and not 0; times++)
        {
            MojibakeReading? best = null;
            for (var i = 0; i < MojibakeCharset.All.Count; i++)
            {
                if ((candidates & (1 << i)) == 0) continue;
                var reading = new MojibakeReading(text, MojibakeCharset.All[i]);
                if (reading.Score > (best?.Score ?? 0)) best = reading;
                if (best is { IsWhole: true }) break;
            }
            if (best is null) break;
            text = best.ToString();
        }
        return WithoutControls(text);
    }

    /// <summary>The character sets, as bits, in which some character of the text and the one after it look like the first bytes of UTF-8.</summary>
    private static int Candidates(ReadOnlySpan<char> text)
    {
        var candidates = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var skip = text[i..^1].IndexOfAnyExceptInRange('\0', '\u007F');
            if (skip < 0) break;
            i += skip;
            candidates |= CandidatesAt(text, i);
        }
        return candidates;
    }

    private static int CandidatesAt(ReadOnlySpan<char> text, int at) =>
        Leads[text[at]] & (text[at + 1] is ' ' or '\uFFFD' ? 0xFFFF : Trails[text[at + 1]]);

    /// <summary>Control characters from U+0080 on are characters of windows-1252 that were read as Latin-1.</summary>
    private static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAny(Controls)) return text;
        return string.Create(text.Length, text, (mended, source) =>
        {
            for (var i = 0; i < mended.Length; i++)
                mended[i] = source[i] is >= '\u0080' and <= '\u009F' ? Western[source[i] - 0x80] : source[i];
        });
    }

    private static readonly string Western =
        Decoding.CodePages.Get(1252).GetString([.. Enumerable.Range(0x80, 0x20).Select(value => (byte)value)]);

    private static ushort[] Mask(Func<byte, bool> has)
    {
        var mask = new ushort[0x10000];
        for (var i = 0; i < MojibakeCharset.All.Count; i++)
            for (var c = 0; c < mask.Length; c++)
                if (has(MojibakeCharset.All[i].ByteOf((char)c))) mask[c] |= (ushort)(1 << i);
        return mask;
    }
}
