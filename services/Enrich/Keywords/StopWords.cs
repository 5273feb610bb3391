using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Ingestion.Enrich.Keywords;

/// <summary>Words that say nothing about what a text is about, by language; a list is a file in StopWords.</summary>
internal static class StopWords
{
    private static readonly ConcurrentDictionary<string, FrozenSet<string>> Lists = new(StringComparer.Ordinal);

    /// <summary>The list of a language, in lower case; empty if there is none.</summary>
    public static FrozenSet<string> Of(string language) => Lists.GetOrAdd(language, Read);

    private static FrozenSet<string> Read(string language)
    {
        using var resource = typeof(StopWords).Assembly.GetManifestResourceStream($"Ingestion.Enrich.Keywords.StopWords.{language}.txt");
        if (resource is null) return [];
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
