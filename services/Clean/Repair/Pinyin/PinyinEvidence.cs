using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.Repair.Pinyin;

/// <summary>
/// What the readings of a text say about it as a whole. A clone site's machine puts readings after everyday
/// characters here and there; a writer glosses a rare character once, and a primer glosses every character.
/// </summary>
internal sealed class PinyinEvidence
{
    private const int ReadingsOfAMachine = 4;
    private const int CharactersPerGloss = 6;

    private PinyinEvidence(bool polluted, bool glossed)
    {
        Polluted = polluted;
        Glossed = glossed;
    }

    /// <summary>A machine did it: every real reading goes.</summary>
    public bool Polluted { get; }

    /// <summary>A person did it, for readers who learn the characters: every reading stays.</summary>
    public bool Glossed { get; }

    /// <summary>Reads the evidence of a text from its readings.</summary>
    public static PinyinEvidence Of(ReadOnlySpan<char> text, IReadOnlyList<PinyinReading> readings)
    {
        if (readings.Count == 0) return new PinyinEvidence(false, false);
        var (toned, everyday, artefacts) = (0, 0, 0);
        foreach (var reading in readings)
        {
            if (!reading.HasTone) continue;
            toned++;
            if (PinyinTable.IsEveryday(reading.Character)) everyday++;
            if (reading.IsArtefact) artefacts++;
        }
        var han = 0;
        foreach (var c in text)
            if (Han.IsHan(c)) han++;

        if (artefacts > 1 || (artefacts == 1 && toned >= ReadingsOfAMachine)) return new PinyinEvidence(true, false);
        if (readings.Count * 2 >= han && readings.Count >= ReadingsOfAMachine) return new PinyinEvidence(false, true);
        var polluted = toned >= ReadingsOfAMachine && everyday * 2 >= toned;
        return new PinyinEvidence(polluted, !polluted && readings.Count * CharactersPerGloss > han);
    }
}
