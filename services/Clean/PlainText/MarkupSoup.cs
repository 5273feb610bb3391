using System.Text;
using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.PlainText;

/// <summary>
/// Rule <c>markup-soup</c>: takes away literal markup in plain text that hides spam on clone sites: runs of tags with
/// nothing between them, and elements that their own style hides. A tag that a text is about ("the &lt;b&gt; tag") stays.
/// </summary>
internal static class MarkupSoup
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "markup-soup";

    private const int LongestTag = 400;
    private const int LongestHidden = 20_000;

    // Hidden elements without an end that are looked for, before the rule stops looking: it has to stay linear.
    private const int MostUnclosed = 20;

    private static readonly string[] Hiding =
        ["display:none", "display: none", "visibility:hidden", "visibility: hidden", "left:-", "left: -", "top:-", "top: -"];

    /// <summary>The text without it, line for line: the ends of lines inside of it stay.</summary>
    public static string Remove(string text, RemovalLedger ledger)
    {
        StringBuilder? clean = null;
        var (copied, line, counted, unclosed) = (0, 1, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOf('<');
            if (next < 0) break;
            at += next;
            var length = SoupLength(text.AsSpan(at), ref unclosed);
            if (length == 0) continue;

            line += text.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            var soup = text.Substring(at, length);
            ledger.Removed(Rule, $"line {line}", soup, 0.99);
            clean ??= new StringBuilder(text.Length);
            clean.Append(text, copied, at - copied).Append('\n', soup.AsSpan().Count('\n'));
            copied = at + length;
            at = copied - 1;
        }
        return clean is null ? text : clean.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Characters of soup that begin here; 0 if none does.</summary>
    private static int SoupLength(ReadOnlySpan<char> text, ref int unclosed)
    {
        var (length, tags, attributes, hidden) = (0, 0, false, false);
        for (var at = 0; at < text.Length;)
        {
            var tag = TagLength(text[at..]);
            if (tag == 0) break;
            var markup = text.Slice(at, tag);
            if (HidesItself(markup) && unclosed < MostUnclosed)
            {
                var element = ElementLength(text[at..], TagName(markup));
                if (element == 0) unclosed++;
                else (tag, hidden) = (element, true);
            }
            attributes |= markup.Contains('=');
            tags++;
            at += tag;
            length = at;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        }
        return hidden || (tags >= 2 && attributes) || tags >= 4 ? length : 0;
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<' || !char.IsAsciiLetter(text[text[1] == '/' ? 2 : 1])) return 0;
        var end = text[1..Math.Min(text.Length, LongestTag)].IndexOfAny('>', '<');
        return end < 0 || text[1 + end] == '<' ? 0 : end + 2;
    }

    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> tag)
    {
        var start = tag[1] == '/' ? 2 : 1;
        var end = start;
        while (char.IsAsciiLetterOrDigit(tag[end])) end++;
        return tag[start..end];
    }

    private static bool HidesItself(ReadOnlySpan<char> tag)
    {
        if (!tag.Contains("style", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var hiding in Hiding)
            if (tag.Contains(hiding, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>An element with all that is in it; 0 if its end is not to be found.</summary>
    private static int ElementLength(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        var (depth, limit) = (0, Math.Min(text.Length, LongestHidden));
        for (var at = 0; at < limit; at++)
        {
            var next = text[at..limit].IndexOf('<');
            if (next < 0) break;
            at += next;
            var length = TagLength(text[at..]);
            if (length == 0) continue;
            var tag = text.Slice(at, length);
            if (TagName(tag).SequenceEqual(name)) depth += tag[1] == '/' ? -1 : 1;
            if (depth == 0) return at + length;
            at += length - 1;
        }
        return 0;
    }
}
