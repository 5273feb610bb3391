using System.Collections.Frozen;
using System.Text;

namespace Ingestion.Clean.Repair.Pinyin;

/// <summary>Which syllables a Han character is read as; the data and where it comes from lie beside this file.</summary>
internal static class PinyinTable
{
    /// <summary>Letters in the longest syllable.</summary>
    public const int LongestSyllable = 6;

    private static readonly FrozenDictionary<string, string> CharactersOf = Read();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Readings =
        CharactersOf.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<char> Everyday = CharactersOf["*"].ToFrozenSet();
    private static readonly FrozenSet<char> Heteronyms = CharactersOf["^"].ToFrozenSet();

    /// <summary>Whether the syllable (lower case, composed, with its tone mark) is a reading of the character.</summary>
    public static bool IsReading(char han, ReadOnlySpan<char> syllable) =>
        char.IsLetter(syllable[0]) && Readings.TryGetValue(syllable, out var characters) && characters.Contains(han);

    /// <summary>Whether everyone knows the character, so that nobody glosses it.</summary>
    public static bool IsEveryday(char han) => Everyday.Contains(han);

    /// <summary>Whether an everyday character is read in more than one way, so that a writer may gloss it.</summary>
    public static bool IsHeteronym(char han) => Heteronyms.Contains(han);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(PinyinTable).Assembly.GetManifestResourceStream("readings.txt")
            ?? throw new InvalidOperationException("The resource readings.txt is missing from this build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            var blank = line.IndexOf(' ');
            table[line[..blank]] = line[(blank + 1)..];
        }
        return table.ToFrozenDictionary();
    }
}
