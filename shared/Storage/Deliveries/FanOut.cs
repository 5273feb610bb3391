using Ingestion.Storage.Subscriptions;

namespace Ingestion.Storage.Deliveries;

/// <summary>Which deliveries a change makes.</summary>
public static class FanOut
{
    /// <summary>The deliveries of a change that was just given its place in the sequence.</summary>
    /// <param name="published">The version, with its sequence.</param>
    /// <param name="change">The change.</param>
    /// <param name="subscriptions">All there are, as of this act.</param>
    /// <param name="traceParent">The trace of the article.</param>
    /// <param name="isSent">Whether a subscription has any delivery of the article.</param>
    internal static IEnumerable<Delivery> Of(
        PublishedArticle published, ChangeKind change, IReadOnlyList<Subscription> subscriptions, string? traceParent,
        Func<string, bool> isSent)
    {
        foreach (var subscription in subscriptions)
        {
            if (subscription.ExpiresAt <= published.PublishedAt) continue;
            if (KindFor(subscription.Filter, published, change, isSent(subscription.Id)) is not { } kind) continue;
            yield return Make(subscription, published, kind, published.PublishedAt) with { TraceParent = traceParent };
        }
    }

    /// <summary>The delivery of a past change that is current, for a subscription that wants the past too; null if it does not want this one.</summary>
    public static Delivery? OfPast(PublishedArticle published, Subscription subscription, DateTimeOffset now) =>
        !published.IsTombstone && subscription.Filter.Takes(ChangeKind.New) && subscription.Filter.Matches(published)
            ? Make(subscription, published, ChangeKind.New, now)
            : null;

    private static ChangeKind? KindFor(SubscriptionFilter filter, PublishedArticle published, ChangeKind change, bool isSent)
    {
        // A withdrawal goes to everyone who has the article, and a correction too, even if it took the article out of the filter's
        // reach: else what is wrong would stay up there.
        if (isSent) return change == ChangeKind.Withdrawal || filter.Takes(change) ? change : null;
        // To who was never sent the article, a correction is new. Who does not want new articles follows the changes as they are.
        if (filter.Takes(ChangeKind.New) && change == ChangeKind.Withdrawal) return null;
        var kind = filter.Takes(ChangeKind.New) ? ChangeKind.New : change;
        return filter.Takes(kind) && filter.Matches(published) ? kind : null;
    }

    private static Delivery Make(Subscription subscription, PublishedArticle published, ChangeKind kind, DateTimeOffset now) => new()
    {
        Id = Delivery.IdOf(subscription.Id, published.Sequence!.Value),
        SubscriptionId = subscription.Id,
        SubscriberId = subscription.SubscriberId,
        ArticleId = published.ArticleId,
        Version = published.Version,
        Sequence = published.Sequence.Value,
        Kind = kind,
        CreatedAt = now,
        DueAt = now,
    };
}
