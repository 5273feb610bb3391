namespace Ingestion.Clean.PlainText;

/// <summary>A line of a text.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says, without blanks around it.</param>
/// <param name="Indent">Columns of blanks before it; a full-width blank takes two.</param>
internal readonly record struct TextLine(int Number, string Text, int Indent)
{
    /// <summary>Whether nothing is on it.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>Its place, for the ledger.</summary>
    public string Where => $"line {Number}";

    /// <summary>The lines of a text. Of blank lines in a row, one stands for all.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most lines to read.</param>
    /// <param name="isCut">Whether there are more.</param>
    public static List<TextLine> Split(string text, int most, out bool isCut)
    {
        var lines = new List<TextLine>();
        var number = 0;
        isCut = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var raw = text.AsSpan()[range].TrimEnd();
            var trimmed = raw.TrimStart();
            number++;
            if (trimmed.Length == 0 && lines.Count > 0 && lines[^1].IsBlank) continue;
            if (lines.Count == most)
            {
                isCut = true;
                break;
            }
            var indent = 0;
            foreach (var c in raw[..^trimmed.Length]) indent += c is '\u3000' or '\t' ? 2 : 1;
            lines.Add(new TextLine(number, trimmed.ToString(), indent));
        }
        return lines;
    }
}
