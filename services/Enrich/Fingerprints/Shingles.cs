using System.Text;
using Ingestion.Enrich.Scripts;

namespace Ingestion.Enrich.Fingerprints;

/// <summary>
/// Cuts a text into overlapping pieces of five words, or of ten characters where words are not written apart, and hashes each.
/// Case, width, punctuation and white space make no difference.
/// </summary>
internal static class Shingles
{
    // A word is as wide as two characters of Chinese, Japanese, Thai, Lao, Khmer or Burmese.
    private const int Width = 10;
    private const int WordWidth = 2;
    private const int CharacterWidth = 1;

    /// <summary>The hash of each shingle, in order; none for a text that is narrower than one.</summary>
    public static IEnumerable<uint> Of(string text)
    {
        var window = new Queue<Token>();
        var width = 0;
        foreach (var token in Tokens(text))
        {
            window.Enqueue(token);
            width += token.Width;
            while (width - window.Peek().Width >= Width) width -= window.Dequeue().Width;
            if (width >= Width) yield return Hash(window);
        }
    }

    private static IEnumerable<Token> Tokens(string text)
    {
        var word = Token.None;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var system = WritingSystems.Of(rune);
            if (IsUnspaced(system))
            {
                if (word != Token.None) yield return word;
                word = Token.None;
                yield return Token.None.With(rune) with { Width = CharacterWidth };
            }
            else if (system != WritingSystem.None || Rune.IsLetterOrDigit(rune))
            {
                word = word.With(Rune.ToLowerInvariant(rune)) with { Width = WordWidth };
            }
            else if (word != Token.None)
            {
                yield return word;
                word = Token.None;
            }
        }
        if (word != Token.None) yield return word;
    }

    private static bool IsUnspaced(WritingSystem system) => system
        is WritingSystem.Han or WritingSystem.Kana or WritingSystem.Thai or WritingSystem.Lao or WritingSystem.Khmer or WritingSystem.Myanmar;

    // The finaliser of MurmurHash3: every bit of the result depends on every bit of every token.
    private static uint Hash(Queue<Token> window)
    {
        var hash = Fnv.Start;
        foreach (var token in window) hash = Fnv.Add(hash, token.Hash);
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return (uint)(hash >> 32);
    }

    private readonly record struct Token(ulong Hash, int Width)
    {
        public static readonly Token None = new(Fnv.Start, 0);

        public Token With(Rune rune) => this with { Hash = Fnv.Add(Hash, (ulong)rune.Value) };
    }

    /// <summary>FNV-1a, a number at a time.</summary>
    private static class Fnv
    {
        public const ulong Start = 14695981039346656037UL;

        public static ulong Add(ulong hash, ulong value) => (hash ^ value) * 1099511628211UL;
    }
}
