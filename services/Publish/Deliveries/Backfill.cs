using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Deliveries;

/// <summary>
/// Makes the deliveries of past changes for a subscription that wants them, a stretch of the sequence at a time. Of each article only
/// what is current is sent: what was corrected or withdrawn since is nobody's news.
/// </summary>
internal sealed class Backfill(IArticleStore articles, IDeliveryStore deliveries, TimeProvider clock)
{
    private const int Stretch = 100;

    /// <summary>
    /// Makes the next stretch's deliveries. Answers how the dispatch stands then, for the caller to save: a crash before that repeats the
    /// stretch, which changes nothing.
    /// </summary>
    public async Task<Dispatch> StepAsync(Dispatch dispatch, Subscription subscription, CancellationToken cancellationToken)
    {
        if (dispatch.BackfillAfter is not { } after) return dispatch;
        var changes = await articles.ReadChangesAsync(after, Stretch, cancellationToken);
        var wanted = changes.Where(change => change.Sequence <= dispatch.BackfillUntil && change.Kind != ChangeKind.Withdrawal)
            .Select(change => (change.ArticleId, change.Version)).ToList();
        var found = wanted.Count == 0 ? [] : await articles.FindVersionsAsync(wanted, cancellationToken);
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        var made = found.Where(version => version.IsCurrent && version.Sequence is not null)
            .Select(version => FanOut.OfPast(version, subscription, now)).OfType<Delivery>().OrderBy(delivery => delivery.Sequence).ToList();
        await deliveries.AddAsync(made, cancellationToken);
        var last = changes.Count == 0 ? dispatch.BackfillUntil : changes[^1].Sequence;
        return dispatch with { BackfillAfter = last >= dispatch.BackfillUntil ? null : last };
    }
}
