using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.PlainText;

/// <summary>The lines of a text, as rules take them away one by one. A line that was taken away is blank from then on.</summary>
internal sealed class TextLines(List<TextLine> lines, RemovalLedger ledger)
{
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

    /// <summary>Takes a line away.</summary>
    public void Remove(int index, string rule, double confidence)
    {
        if (lines[index].IsBlank) return;
        ledger.Removed(rule, lines[index].Where, lines[index].Text, confidence);
        lines[index] = lines[index] with { Text = "" };
    }

    /// <summary>The lines from one on.</summary>
    public IReadOnlyList<TextLine> From(int index) => lines.GetRange(index, lines.Count - index);

    /// <summary>Whether no text touches the line from above or below, so that it is not a piece of a wrapped paragraph.</summary>
    public bool StandsAlone(int index) =>
        (index == 0 || lines[index - 1].IsBlank) && (index + 1 == lines.Count || lines[index + 1].IsBlank);
}
