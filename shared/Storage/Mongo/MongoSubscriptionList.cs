using Ingestion.Storage.Subscriptions;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>All subscriptions, for transactions that publish: read again only when their revision has changed.</summary>
internal sealed class MongoSubscriptionList(MongoDatabase database)
{
    /// <summary>The revision of who does not need them.</summary>
    public const long Unknown = -1;

    private volatile Known _known = new(Unknown, []);

    /// <summary>
    /// The subscriptions as of a transaction that has written to the counter which holds <paramref name="revision"/>: having met
    /// nobody there, it sees what belongs to it.
    /// </summary>
    public async Task<IReadOnlyList<Subscription>> ReadAsync(IClientSessionHandle session, long revision)
    {
        var known = _known;
        if (known.Revision == revision || revision == Unknown) return known.Subscriptions;
        known = new Known(
            revision,
            await database.Subscriptions.Find(session, Builders<Subscription>.Filter.Empty).SortBy(s => s.Id).ToListAsync());
        // Kept though this transaction may yet fail: a revision's subscriptions are the same for everybody.
        _known = known;
        return known.Subscriptions;
    }

    private sealed record Known(long Revision, IReadOnlyList<Subscription> Subscriptions);
}
