namespace Ingestion.Enrich.Scripts;

/// <summary>How much of a text is written in which writing system.</summary>
internal sealed class ScriptCounts
{
    /// <summary>A Han character says about as much as four letters of an alphabet.</summary>
    private const int LettersPerHan = 4;

    /// <summary>A syllable of Kana or Hangul says about as much as two letters.</summary>
    private const int LettersPerSyllable = 2;

    /// <summary>
    /// Least share of Kana in Japanese. Its particles and endings are Kana, so running text has far more; Chinese that quotes a
    /// name or decorates with の has less.
    /// </summary>
    private const double LeastKana = 0.08;

    private readonly int[] _letters = new int[Enum.GetValues<WritingSystem>().Length];

    private ScriptCounts(string text)
    {
        foreach (var rune in text.EnumerateRunes()) _letters[(int)WritingSystems.Of(rune)]++;
    }

    /// <summary>Counts a text.</summary>
    public static ScriptCounts Of(string text) => new(text);

    /// <summary>Letters in one writing system.</summary>
    public int this[WritingSystem system] => _letters[(int)system];

    /// <summary>
    /// The writing system that carries most of the text, and its share of what the text says. Han among enough Kana counts as
    /// Kana (Japanese), Han among more Hangul as Hangul (Korean).
    /// </summary>
    public (WritingSystem System, double Share) Dominant()
    {
        int han = this[WritingSystem.Han], kana = this[WritingSystem.Kana], hangul = this[WritingSystem.Hangul];
        var east = kana > 0 && kana >= LeastKana * (han + kana) && kana >= hangul ? WritingSystem.Kana
            : hangul > han ? WritingSystem.Hangul
            : WritingSystem.Han;
        var eastWeight = (han * LettersPerHan) + ((kana + hangul) * LettersPerSyllable);

        var (best, bestWeight, total) = (east, eastWeight, eastWeight);
        for (var system = WritingSystem.Latin; system < WritingSystem.Han; system++)
        {
            total += this[system];
            if (this[system] > bestWeight) (best, bestWeight) = (system, this[system]);
        }
        return total == 0 ? (WritingSystem.None, 0) : (best, (double)bestWeight / total);
    }
}
