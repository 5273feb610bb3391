using System.Buffers;
using System.Collections.Frozen;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>A list of phrases, read from a file of the folder Phrases that is part of the assembly.</summary>
internal sealed class PhraseList
{
    private readonly FrozenSet<string> _phrases;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly FrozenDictionary<char, string[]> _byFirst;
    private readonly SearchValues<string> _anywhere;

    /// <summary>Makes a list.</summary>
    /// <param name="phrases">The phrases, in lower case.</param>
    public PhraseList(IEnumerable<string> phrases)
    {
        _phrases = phrases.ToFrozenSet(StringComparer.Ordinal);
        _lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        _byFirst = _phrases.GroupBy(static phrase => phrase[0]).ToFrozenDictionary(static group => group.Key, static group => group.ToArray());
        _anywhere = SearchValues.Create([.. _phrases], StringComparison.Ordinal);
    }

    /// <summary>The list in the file of this name.</summary>
    public static PhraseList Load(string name)
    {
        using var stream = typeof(PhraseList).Assembly.GetManifestResourceStream($"phrases/{name}.txt")
            ?? throw new InvalidOperationException($"There is no list of phrases called {name} in the assembly: is it an EmbeddedResource of Clean.csproj?");
        using var reader = new StreamReader(stream);
        return new PhraseList(reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).Where(static line => line.Length > 0 && line[0] != '#'));
    }

    /// <summary>Whether a text is a phrase of the list, apart from the marks around it.</summary>
    public bool Is(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        return end > start && _lookup.Contains(text.AsSpan(start, end - start));
    }

    /// <summary>Whether a text begins with a phrase of the list, apart from the marks before it.</summary>
    public bool Begins(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]) && text[start] is not ('©' or 'ⓒ')) start++;
        return BeginsAt(text, start) || (start > 0 && BeginsAt(text, 0));
    }

    /// <summary>Whether a text holds a phrase of the list.</summary>
    public bool IsIn(string text) => text.AsSpan().ContainsAny(_anywhere);

    private bool BeginsAt(string text, int start)
    {
        if (start >= text.Length || !_byFirst.TryGetValue(text[start], out var phrases)) return false;
        var rest = text.AsSpan(start);
        foreach (var phrase in phrases)
        {
            if (rest.StartsWith(phrase, StringComparison.Ordinal) && EndsWord(phrase, rest[phrase.Length..])) return true;
        }
        return false;
    }

    // Only letters that are written with blanks between words have ends of words.
    private static bool EndsWord(string phrase, ReadOnlySpan<char> next) =>
        next.IsEmpty || phrase[^1] >= '\u2E80' || !char.IsLetter(phrase[^1]) || !char.IsLetter(next[0]);
}
