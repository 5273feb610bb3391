namespace Ingestion.Storage;

/// <summary>
/// Tells what came of sources, whether or not they were set up. Every method throws <see cref="StoreUnavailableException"/> when the store
/// cannot be reached.
/// </summary>
public interface ISourceStatistics
{
    /// <summary>Most articles that <see cref="ReadDaysAsync"/> looks at.</summary>
    const int MostArticles = 5_000;

    /// <summary>The names of sources that articles were accepted from, after a name, in ordinal order.</summary>
    /// <param name="afterName">The last name of the page before; null for the first page.</param>
    /// <param name="limit">Most names to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<string>> ListNamesAsync(string? afterName, int limit, CancellationToken cancellationToken);

    /// <summary>How many articles were accepted from each of the sources, each article once; a source without any is left out.</summary>
    Task<IReadOnlyDictionary<string, long>> CountArticlesAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken);

    /// <summary>
    /// What a source's published articles were like, by the day (UTC) on which their current version was published, oldest first; days
    /// without any are left out. Looks at the <see cref="MostArticles"/> last published of them.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="since">The instant of the earliest publication that counts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<DayOfSource>> ReadDaysAsync(string source, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>What a source's articles of one day were like.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Articles">How many there were.</param>
/// <param name="MeanPollution">How polluted their pages were on average, 0 to 1.</param>
/// <param name="MaxPollution">How polluted the worst of them was.</param>
/// <param name="WordsKept">Words of their bodies.</param>
/// <param name="WordsRemoved">Words of their pages that are not in the bodies.</param>
public sealed record DayOfSource(DateOnly Day, long Articles, double MeanPollution, double MaxPollution, long WordsKept, long WordsRemoved);
