namespace Ingestion.Storage;

/// <summary>
/// Keeps what was published: every version, which one is current, and the change sequence.
/// Every method throws <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface IArticleStore
{
    /// <summary>
    /// In one act: writes the version, makes it current unless a newer one is, appends it to the change sequence, and
    /// finishes its submission (state, timeline, summary). Repeating it changes nothing. A withdrawal makes a tombstone current
    /// (its submission becomes <see cref="SubmissionState.Withdrawn"/>); withdrawing what was never published leaves a
    /// tombstone too, and nothing can be read of the versions before it from then on. A stale version is kept as history and its submission becomes <see cref="SubmissionState.Superseded"/>.
    /// An article that becomes current is put into a cluster of near-duplicates, and stays there.
    /// The deliveries of the change are rows made in the same act, one for each subscription that takes it; a withdrawal skips those that
    /// still wait with what it takes back.
    /// A submission that was marked failed meanwhile is finished all the same: the article is there.
    /// Calls are written in groups: one commit serves many that wait.
    /// </summary>
    Task<WriteOutcome> PublishAsync(Publication publication, CancellationToken cancellationToken);

    /// <summary>The current version, a tombstone included, or null.</summary>
    Task<PublishedArticle?> FindCurrentAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>One version, or null.</summary>
    Task<PublishedArticle?> FindVersionAsync(string articleId, int version, CancellationToken cancellationToken);

    /// <summary>The current versions that a query asks for, those published last (by sequence) first.</summary>
    Task<IReadOnlyList<PublishedArticle>> ListAsync(ArticleQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Where the page begins that comes before the one that a query asks for, in its <see cref="ArticleQuery.Before"/>, when pages have
    /// as many versions as its <see cref="ArticleQuery.Limit"/>; null if that page is the first. With a <see cref="ArticleQuery.Before"/>
    /// of 0, which is past the end, it is where the last page begins.
    /// </summary>
    Task<long?> FindPageBeforeAsync(ArticleQuery query, CancellationToken cancellationToken);

    /// <summary>The last place in the change sequence; 0 before the first change.</summary>
    Task<long> ReadLastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The changes after a place in the sequence, in order. What is returned never has a gap, and nothing ever appears
    /// before what a caller has seen.
    /// </summary>
    /// <param name="after">The last sequence that the caller has; 0 for the beginning.</param>
    /// <param name="limit">Most changes to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Change>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads the given versions, in any order; those that are not there are left out.</summary>
    Task<IReadOnlyList<PublishedArticle>> FindVersionsAsync(
        IReadOnlyCollection<(string ArticleId, int Version)> keys, CancellationToken cancellationToken);

    /// <summary>The current versions of a cluster of near-duplicates, without tombstones, the first that was published first.</summary>
    Task<IReadOnlyList<PublishedArticle>> ListClusterAsync(string clusterId, int limit, CancellationToken cancellationToken);

    /// <summary>The last place in the sequence before the first change at or after an instant; the last there is if there is none.</summary>
    Task<long> FindSequenceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
