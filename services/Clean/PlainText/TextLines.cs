using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.PlainText;

/// <summary>The lines of a text, as rules take them away one by one. A line that was taken away is blank from then on.</summary>
internal sealed class TextLines(List<TextLine> lines, RemovalLedger ledger)
{
    private readonly HashSet<int> _kept = [];

    /// <summary>How many there are, blank ones too.</summary>
    public int Count => lines.Count;

    /// <summary>A line by its index, from 0.</summary>
    public TextLine this[int index] => lines[index];

    /// <summary>The indexes of the lines that are not blank, from one on.</summary>
    public IEnumerable<int> Filled(int from = 0)
    {
        for (var i = Math.Max(from, 0); i < lines.Count; i++)
            if (!lines[i].IsBlank) yield return i;
    }

    /// <summary>Takes a line away, unless it is kept.</summary>
    public void Remove(int index, string rule, double confidence)
    {
        if (lines[index].IsBlank || _kept.Contains(index)) return;
        ledger.Removed(rule, lines[index].Where, lines[index].Text, confidence);
        lines[index] = lines[index] with { Text = "" };
    }

    /// <summary>Takes a part of a line away.</summary>
    public void Cut(int index, int start, int length, string rule, double confidence)
    {
        var line = lines[index];
        ledger.Removed(rule, line.Where, line.Text.Substring(start, length), confidence);
        lines[index] = line with { Text = line.Text.Remove(start, length).Trim() };
    }

    /// <summary>From now on the line stays, whatever the rules say.</summary>
    public void Keep(int index) => _kept.Add(index);

    /// <summary>The kept lines before one.</summary>
    public IEnumerable<TextLine> KeptBefore(int index) => _kept.Where(kept => kept < index).Order().Select(kept => lines[kept]);

    /// <summary>The lines from one on.</summary>
    public IReadOnlyList<TextLine> From(int index) => lines.GetRange(index, lines.Count - index);

    /// <summary>Whether no text touches the line from above or below, so that it is not a piece of a wrapped paragraph.</summary>
    public bool StandsAlone(int index) =>
        (index == 0 || lines[index - 1].IsBlank) && (index + 1 == lines.Count || lines[index + 1].IsBlank);
}
