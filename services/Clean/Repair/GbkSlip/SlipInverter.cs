using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.Repair.GbkSlip;

/// <summary>
/// Turns one GBK slip back. The damage: a machine that walked GBK bytes lost step by one byte after a sentence. It put
/// out the first byte of a punctuation mark alone, as "?", then read the second byte of every character together with
/// the first of the next, until it met a second byte below 0x80, which stood for itself and brought it into step, or a
/// pair that is no character, which became another "?" and swallowed what followed (the "&lt;" of an end tag).
/// So 。”&lt;/p&gt; = A1A3 A1B1 3C… came out as A1 | A3A1 | B13C | … = "?！?/p&gt;". Its punctuation may have been narrowed since.
/// </summary>
internal static class SlipInverter
{
    private const int LongestRun = 64;

    /// <summary>Turns back the slip that begins at a "?", if one does.</summary>
    public static Slip? Invert(ReadOnlySpan<char> text, int at) =>
        MayFollow(text, at) ? Invert(text, at, 0xA1) ?? Invert(text, at, 0xA3) ?? SwallowedTag(text, at) : null;

    private static bool MayFollow(ReadOnlySpan<char> text, int at) =>
        at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ')' or '）' or '”' or '’' or '」' or '』' or '》' or '】' or '%');

    private static Slip? Invert(ReadOnlySpan<char> text, int at, int lostLead)
    {
        if (!MayBegin(text, at, lostLead)) return null;
        // Each step adds at most two characters.
        var restored = new RestoredRun(stackalloc char[2 * LongestRun]);
        var (pending, hanCount, narrowed) = (lostLead, 0, false);
        var end = Math.Min(text.Length, at + LongestRun);
        for (var i = at + 1; i < end; i++)
        {
            var c = text[i];
            var first = i == at + 1;
            if (!first && IsLost(c)) return CloseOverLostPair(text, at, i, pending, restored, narrowed);
            if (!TryEncode(c, first, out var lead, out var trail))
            {
                // A second byte that stood for itself: back in step.
                if (first || c is < '@' or > '~' || !TryRestore(pending, c, false, ref restored, ref hanCount)) return null;
                return InStep(text, at, i + 1, restored, hanCount, narrowed);
            }
            narrowed |= char.IsAscii(c);
            if (!TryRestore(pending, lead, first, ref restored, ref hanCount)) return null;
            if (trail < 0x80)
            {
                restored.Append((char)trail);
                return InStep(text, at, i + 1, restored, hanCount, narrowed);
            }
            pending = trail;
        }
        return null;
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int at, int lostLead) =>
        at + 1 < text.Length && TryEncode(text[at + 1], true, out var trail, out _) && SlipMarks.Ends(GbkTable.Decode(lostLead, trail));

    private static bool TryEncode(char c, bool first, out int lead, out int trail)
    {
        if (GbkTable.TryEncode(c, out lead, out trail)) return true;
        // A full-width form that was narrowed afterwards. Further on, an ASCII character means that the slip is over.
        if (!first || c is < ' ' or > '~' and not '\u00A0') return false;
        (lead, trail) = c is ' ' or '\u00A0' ? (0xA1, 0xA1) : (0xA3, c + 0x80);
        return true;
    }

    private static bool TryRestore(int lead, int trail, bool first, ref RestoredRun restored, ref int hanCount)
    {
        var c = GbkTable.Decode(lead, trail);
        if (CommonHan.Contains(c) && !first) hanCount++;
        else if (!(first ? SlipMarks.Ends(c) : SlipMarks.Continues(c))) return false;
        restored.Append(c);
        return true;
    }

    private static Slip? InStep(ReadOnlySpan<char> text, int at, int end, RestoredRun restored, int hanCount, bool narrowed)
    {
        if (hanCount == 0 || (narrowed && restored.Length < 3)) return null;
        if (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) return null;
        return new Slip(end - at, restored.ToString(), null, narrowed ? 0.9 : 0.97);
    }

    /// <summary>The pair that was lost: a mark, of which the first byte is known, and the character after it.</summary>
    private static Slip? CloseOverLostPair(ReadOnlySpan<char> text, int at, int lost, int lead, RestoredRun restored, bool narrowed)
    {
        var tag = SwallowedTagName(text[(lost + 1)..]);
        if (!tag.IsEmpty)
        {
            var quote = SlipMarks.OpenQuote(text[..at]);
            var mark = SlipMarks.Close(lead, quote) ?? SlipMarks.CompleteWord(restored.Last, lead);
            if (mark is null) return null;
            return new Slip(lost + 1 - at, $"{restored.ToString()}{mark}", tag.ToString(), quote is null ? 0.9 : 0.99);
        }
        if (SlipMarks.CompleteWord(restored.Last, lead) is { } last)
            return new Slip(lost + 1 - at, $"{restored.ToString()}{last}", null, 0.7);
        // Without the tag the form is also that of an excited question, so a quotation has to be waiting for its end.
        var atEnd = lost + 1 == text.Length || text[lost + 1] is '\n' or '\r';
        if (!atEnd || narrowed || SlipMarks.OpenQuote(text[..at]) is not { } open || SlipMarks.Close(lead, open) is not { } closing) return null;
        return new Slip(lost + 1 - at, $"{restored.ToString()}{closing}", null, 0.8);
    }

    /// <summary>"?/p&gt;" or "??/p&gt;": nothing is left but the swallowed tag, and the mark before it has to be guessed.</summary>
    private static Slip? SwallowedTag(ReadOnlySpan<char> text, int at)
    {
        var next = at + 1 < text.Length && IsLost(text[at + 1]) ? at + 2 : at + 1;
        var tag = SwallowedTagName(text[next..]);
        if (tag.IsEmpty || tag[0] != '/' || !Han.IsHan(text[at - 1]) && text[at - 1] is not (')' or '）')) return null;
        var closing = SlipMarks.OpenQuote(text[..at]) is { } quote ? SlipMarks.Close(0xA1, quote) : null;
        return new Slip(next - at, next - at == 2 || closing is null ? $"。{closing}" : $"{closing}", tag.ToString(), 0.6);
    }

    /// <summary>What is left of a tag whose "&lt;" was swallowed: "/p&gt;", "br/&gt;".</summary>
    private static ReadOnlySpan<char> SwallowedTagName(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("br>") || rest.StartsWith("br/>") || rest.StartsWith("br />")) return rest[..(rest.IndexOf('>') + 1)];
        if (rest.Length < 3 || rest[0] != '/' || !char.IsAsciiLetter(rest[1])) return [];
        for (var i = 2; i < rest.Length && i < 12; i++)
        {
            if (rest[i] == '>') return rest[..(i + 1)];
            if (!char.IsAsciiLetterOrDigit(rest[i])) break;
        }
        return [];
    }

    private static bool IsLost(char c) => c is '?' or '\uFFFD';
}
