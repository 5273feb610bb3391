using System.Text;

namespace Ingestion.Clean.PlainText;

/// <summary>
/// Puts paragraphs together from lines. A text is hard-wrapped if its lines break just where the next word would not
/// have fitted; then lines are joined up to a blank line, an indented line or a line that breaks early. Otherwise
/// every line is a paragraph.
/// </summary>
internal static class HardWraps
{
    private const int NarrowestWrap = 30;
    private const int WidestWrap = 140;
    private const double Wrapped = 0.75;

    /// <summary>The paragraphs of a text.</summary>
    public static List<string> Join(IReadOnlyList<TextLine> lines)
    {
        var width = WrapWidth(lines);
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank) continue;
            if (paragraph.Length == 0) paragraph.Append(line.Text);
            else Append(paragraph, line.Text);
            if (i + 1 < lines.Count && width > 0 && GoesOn(line, lines[i + 1], width)) continue;
            paragraphs.Add(paragraph.ToString());
            paragraph.Clear();
        }
        return paragraphs;
    }

    private static bool GoesOn(TextLine line, TextLine next, int width) =>
        !next.IsBlank && !StartsItem(next.Text) && next.Indent <= line.Indent && (IsFull(line, next, width) || !Prose.EndsSentence(line.Text));

    /// <summary>Columns that the text was wrapped at; 0 if it was not.</summary>
    private static int WrapWidth(IReadOnlyList<TextLine> lines)
    {
        var width = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
            if (!lines[i].IsBlank && !lines[i + 1].IsBlank) width = Math.Max(width, Prose.Columns(lines[i].Text) + lines[i].Indent);
        if (width is < NarrowestWrap or > WidestWrap) return 0;

        var (breaks, full, insideSentence) = (0, 0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i + 1].IsBlank || StartsItem(lines[i + 1].Text) || lines[i + 1].Indent > lines[i].Indent) continue;
            breaks++;
            if (IsFull(lines[i], lines[i + 1], width)) full++;
            if (!Prose.EndsSentence(lines[i].Text)) insideSentence++;
        }
        // Where nearly every line ends a sentence, lines of one length are paragraphs all the same.
        return breaks > 0 && full >= breaks * Wrapped && insideSentence * 2 >= breaks ? width : 0;
    }

    /// <summary>Whether the next line's first word would not have fitted. A mark that may not begin a line hangs over by two columns.</summary>
    private static bool IsFull(TextLine line, TextLine next, int width)
    {
        var columns = line.Indent + Prose.Columns(line.Text);
        if (Prose.IsWide(next.Text[0]) || Prose.IsWide(line.Text[^1])) return columns + 6 > width;
        var blank = next.Text.IndexOf(' ');
        return columns + 1 + (blank < 0 ? next.Text.Length : blank) > width;
    }

    private static bool StartsItem(string line) =>
        line.Length > 1 && (line[0] is '-' or '*' or '•' or '·' or '>' && line[1] == ' '
            || (char.IsAsciiDigit(line[0]) && line.AsSpan().TrimStart("0123456789") is ['.' or ')' or '、', ..]));

    private static void Append(StringBuilder paragraph, string line)
    {
        var last = paragraph[^1];
        // A word that was divided at its own hyphen ("well-known") goes together without a blank.
        var divided = last == '-' && paragraph.Length > 1 && char.IsLetter(paragraph[^2]) && char.IsLetter(line[0]);
        if (!divided && !(Prose.IsWide(last) && Prose.IsWide(line[0])) && !(IsCjkMark(last) || IsCjkMark(line[0]))) paragraph.Append(' ');
        paragraph.Append(line);
    }

    private static bool IsCjkMark(char c) => c is >= '\u3001' and <= '\u301F' or >= '\uFF01' and <= '\uFF0F' or '：' or '；' or '？';
}
