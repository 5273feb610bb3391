using Ingestion.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Publish.Reading;

/// <summary>Which articles a reader wants, in feeds, in the stream and on the site alike. All that is set has to hold.</summary>
/// <param name="Source">The source.</param>
/// <param name="Language">The language, a BCP 47 primary tag.</param>
/// <param name="Topic">The topic, normalised.</param>
/// <param name="Search">Words that all occur.</param>
internal sealed record ReaderFilter(string? Source = null, string? Language = null, string? Topic = null, string? Search = null)
{
    /// <summary>What is set, by the names of the query parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parts =>
    [
        .. new KeyValuePair<string, string?>[] { new("source", Source), new("language", Language), new("topic", Topic), new("search", Search) }
            .Where(part => part.Value is not null),
    ];

    /// <summary>What is set, in words, for a title; empty if nothing is.</summary>
    public string Words => string.Join(" · ", Parts.Select(part => part.Key == "search" ? $"“{part.Value}”" : part.Value));

    /// <summary>An address with what is set, and the place to go on before.</summary>
    public string AddTo(string path, long? before = null) => QueryHelpers.AddQueryString(
        path, before is null ? Parts : Parts.Append(new("before", $"{before}")));

    /// <summary>The store's query for a page.</summary>
    public ArticleQuery ToQuery(int limit, long? before, bool includeTombstones) => new()
    {
        Source = Source,
        Language = Language,
        Topic = Topic,
        Search = Search,
        Before = before,
        Limit = limit,
        IncludeTombstones = includeTombstones,
    };
}
