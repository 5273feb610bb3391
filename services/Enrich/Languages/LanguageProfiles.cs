using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace Ingestion.Enrich.Languages;

/// <summary>
/// How often the most frequent n-grams of each language occur, read from the embedded resource
/// (Profiles/NOTICE.md says where they come from).
/// </summary>
internal sealed class LanguageProfiles
{
    /// <summary>Letters of the longest n-gram.</summary>
    public const int LongestGram = 4;

    /// <summary>Weights are sixteenths of a natural logarithm above the frequency that counts as never.</summary>
    public const double WeightsPerNat = 16;

    private const string Resource = "Ingestion.Enrich.Languages.Profiles.profiles.bin.br";

    private readonly Dictionary<string, Weight[]>.AlternateLookup<ReadOnlySpan<char>> _weights;

    private LanguageProfiles(string[] languages, Dictionary<string, Weight[]> weights)
    {
        Languages = languages;
        Index = languages.Select((tag, i) => (tag, i)).ToFrozenDictionary(x => x.tag, x => x.i, StringComparer.Ordinal);
        _weights = weights.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The languages, as BCP 47 tags, in the order of their numbers.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>The number of each language.</summary>
    public FrozenDictionary<string, int> Index { get; }

    /// <summary>Adds up the weights of a lower-case word's n-grams, by language.</summary>
    /// <returns>How many n-grams the word has, known or not.</returns>
    public int AddUp(ReadOnlySpan<char> word, long[] scores)
    {
        var grams = 0;
        for (var length = 1; length <= LongestGram; length++)
        {
            for (var start = 0; start + length <= word.Length; start++)
            {
                grams++;
                if (!_weights.TryGetValue(word.Slice(start, length), out var weights)) continue;
                foreach (var weight in weights) scores[weight.Language] += weight.Value;
            }
        }
        return grams;
    }

    /// <summary>Reads the resource, which takes tens of milliseconds: keep what it gives.</summary>
    public static LanguageProfiles Read()
    {
        using var resource = typeof(LanguageProfiles).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using var brotli = new BrotliStream(resource, CompressionMode.Decompress);
        using var reader = new BinaryReader(new BufferedStream(brotli, 1 << 16), Encoding.UTF8);

        var languages = new string[reader.ReadInt32()];
        for (var i = 0; i < languages.Length; i++) languages[i] = reader.ReadString();

        var count = reader.ReadInt32();
        var grams = new Dictionary<string, Weight[]>(count, StringComparer.Ordinal);
        Span<byte> bytes = stackalloc byte[2 * byte.MaxValue];
        for (var i = 0; i < count; i++)
        {
            var gram = reader.ReadString();
            var weights = new Weight[reader.ReadByte()];
            reader.BaseStream.ReadExactly(bytes[..(2 * weights.Length)]);
            for (var w = 0; w < weights.Length; w++) weights[w] = new Weight(bytes[w], bytes[weights.Length + w]);
            grams.Add(gram, weights);
        }
        return new LanguageProfiles(languages, grams);
    }

    private readonly record struct Weight(byte Language, byte Value);
}
