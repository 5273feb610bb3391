using System.Globalization;
using System.Numerics;
using System.Text;

namespace Ingestion.Enrich;

/// <summary>
/// A 64-bit SimHash over the characters of a text, three at a time (Charikar, "Similarity Estimation Techniques from Rounding
/// Algorithms", 2002; Manku et al., "Detecting Near-Duplicates for Web Crawling", 2007). Near-duplicates differ in few bits;
/// case, width, punctuation and white space make no difference.
/// </summary>
internal static class SimHash
{
    private const int GramLength = 3;

    /// <summary>The fingerprint as 16 lower-case hex digits; all zeros for a text without letters and digits.</summary>
    public static string Fingerprint(string text) => Compute(text).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The fingerprint as a number.</summary>
    public static ulong Compute(string text)
    {
        var characters = Normalise(text);
        Span<int> votes = stackalloc int[64];
        if (characters.Length is > 0 and < GramLength) Vote(votes, Hash(characters));
        for (var start = 0; start + GramLength <= characters.Length; start++) Vote(votes, Hash(characters.AsSpan(start, GramLength)));

        var fingerprint = 0UL;
        for (var bit = 0; bit < votes.Length; bit++)
        {
            if (votes[bit] > 0) fingerprint |= 1UL << bit;
        }
        return fingerprint;
    }

    /// <summary>In how many bits two fingerprints differ.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    private static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) normal.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return normal.ToString();
    }

    // FNV-1a over the characters, then the finaliser of MurmurHash3: every bit depends on every character.
    private static ulong Hash(ReadOnlySpan<char> gram)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in gram) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }

    private static void Vote(Span<int> votes, ulong hash)
    {
        for (var bit = 0; bit < votes.Length; bit++) votes[bit] += (hash & (1UL << bit)) != 0 ? 1 : -1;
    }
}
