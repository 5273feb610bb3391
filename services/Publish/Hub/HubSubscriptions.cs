using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Hub;

/// <summary>Makes, renews and ends subscriptions by WebSub, whose intent was verified.</summary>
internal sealed class HubSubscriptions(ISubscriptionStore subscriptions, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Does what was asked for.</summary>
    public async Task ApplyAsync(HubRequest request, CancellationToken cancellationToken)
    {
        if (!request.Subscribes)
        {
            await subscriptions.DeleteAsync(request.SubscriptionId, cancellationToken);
            return;
        }
        while (true)
        {
            var current = await subscriptions.FindAsync(request.SubscriptionId, cancellationToken);
            var subscription = Make(request, current);
            var isDone = current is null
                ? await subscriptions.AddAsync(subscription, backfillAfter: null, cancellationToken) is not null
                : await subscriptions.SaveAsync(subscription, cancellationToken) == WriteOutcome.Written;
            if (isDone) return;
        }
    }

    /// <summary>Deletes those whose lease is over.</summary>
    public async Task EndExpiredAsync(CancellationToken cancellationToken)
    {
        string? after = null;
        while (await subscriptions.ListAsync(subscriberId: null, after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var subscription in page.Where(subscription => subscription.ExpiresAt <= clock.GetUtcNow()))
                await subscriptions.DeleteAsync(subscription.Id, cancellationToken);
            after = page[^1].Id;
        }
    }

    private Subscription Make(HubRequest request, Subscription? current)
    {
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        return new Subscription
        {
            Id = request.SubscriptionId,
            Transport = Transport.WebSub,
            Endpoint = request.Callback,
            Format = request.Topic.DeliveryFormat,
            Topic = request.Topic.Url,
            Filter = request.Topic.ToFilter(),
            Secrets = request.Secret is { } secret ? [new SigningSecret(secret, now, null)] : [],
            StateChangedAt = current?.StateChangedAt ?? now,
            StartsAfter = current?.StartsAfter ?? 0,
            ExpiresAt = now + request.Lease,
            Revision = (current?.Revision ?? 0) + 1,
            CreatedAt = current?.CreatedAt ?? now,
            UpdatedAt = now,
        };
    }
}
