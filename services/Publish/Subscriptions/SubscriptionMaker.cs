using System.Security.Cryptography;
using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Deliveries.Signing;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions;

/// <summary>Makes and changes subscriptions from what was asked for, which has been checked.</summary>
internal sealed class SubscriptionMaker(ISubscriptionStore subscriptions, IArticleStore articles, TimeProvider clock)
{
    /// <summary>How long an old secret signs beside its successor.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>Most old secrets at once.</summary>
    public const int MaxOldSecrets = 10;

    /// <summary>Makes a webhook.</summary>
    public async Task<Subscription> AddAsync(SubscriptionBody body, string? subscriberId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        var subscription = new Subscription
        {
            Id = "sub_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)),
            SubscriberId = subscriberId,
            Name = body.Name,
            Endpoint = body.Endpoint,
            Format = body.Format,
            Filter = body.Filter,
            Secrets = [new SigningSecret(body.Secret ?? WebhookSecret.Create(body.Signature == "v1a"), now, null)],
            Limits = body.Limits,
            StateChangedAt = now,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        long? backfillAfter = body.Start == "beginning" ? 0
            : body.StartInstant() is { } instant ? await articles.FindSequenceAsync(instant, cancellationToken)
            : null;
        return await subscriptions.AddAsync(subscription, backfillAfter, cancellationToken)
            ?? throw new InvalidOperationException($"The random id '{subscription.Id}' was taken.");
    }

    /// <summary>Changes where, what and how much is sent; null if somebody else was faster.</summary>
    public async Task<Subscription?> ChangeAsync(Subscription current, SubscriptionBody body, CancellationToken cancellationToken)
    {
        var changed = current with
        {
            Name = body.Name,
            Endpoint = body.Endpoint,
            Format = body.Format,
            Filter = body.Filter,
            Limits = body.Limits,
            Revision = current.Revision + 1,
            UpdatedAt = clock.GetUtcNow().ToWholeMilliseconds(),
        };
        return await subscriptions.SaveAsync(changed, cancellationToken) == WriteOutcome.Written ? changed : null;
    }

    /// <summary>Puts a new secret in the place of the newest, which goes on signing for a day; null if somebody else was faster.</summary>
    public async Task<Subscription?> RotateAsync(Subscription current, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        var old = current.Secrets.Where(secret => !(secret.ExpiresAt <= now)).Take(MaxOldSecrets)
            .Select(secret => secret with { ExpiresAt = secret.ExpiresAt ?? now + Overlap });
        var asymmetric = current.Secrets is [var newest, ..] && WebhookSecret.IsAsymmetric(newest.Value);
        var rotated = current with
        {
            Secrets = [new SigningSecret(WebhookSecret.Create(asymmetric), now, null), .. old],
            Revision = current.Revision + 1,
            UpdatedAt = now,
        };
        return await subscriptions.SaveAsync(rotated, cancellationToken) == WriteOutcome.Written ? rotated : null;
    }
}
