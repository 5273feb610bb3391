using System.Security.Cryptography;
using Ingestion.Hosting.Access;
using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Access;

/// <summary>The tokens of subscribers: makes and deletes them, and tells whose one is.</summary>
internal sealed class SubscriberTokens(ISubscriberStore subscribers, TimeProvider clock)
{
    private const string Prefix = "sbr_";

    /// <summary>Makes a token; the token itself is told once, here.</summary>
    public async Task<(TokenOutcome Outcome, SubscriberToken? Record, string? Token)> CreateAsync(
        string subscriberId, string? name, CancellationToken cancellationToken)
    {
        if (name?.Length > Subscriber.MaxTokenNameLength) return (TokenOutcome.NameTooLong, null, null);
        if (await subscribers.FindAsync(subscriberId, cancellationToken) is not { } subscriber) return (TokenOutcome.NoSubscriber, null, null);
        if (subscriber.Tokens.Count >= Subscriber.MaxTokens) return (TokenOutcome.TooMany, null, null);
        var token = BearerToken.Create(Prefix);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var record = new SubscriberToken(id, name, BearerToken.Hash(token), clock.GetUtcNow().ToWholeMilliseconds());
        var outcome = await SaveAsync(subscriber, [.. subscriber.Tokens, record], cancellationToken);
        return outcome == TokenOutcome.Done ? (outcome, record, token) : (outcome, null, null);
    }

    /// <summary>Deletes a token; it is refused at once.</summary>
    public async Task<TokenOutcome> DeleteAsync(string subscriberId, string tokenId, CancellationToken cancellationToken)
    {
        if (await subscribers.FindAsync(subscriberId, cancellationToken) is not { } subscriber) return TokenOutcome.NoSubscriber;
        var rest = subscriber.Tokens.Where(token => token.Id != tokenId).ToList();
        return rest.Count == subscriber.Tokens.Count ? TokenOutcome.NoToken : await SaveAsync(subscriber, rest, cancellationToken);
    }

    /// <summary>The subscriber whose token it is, or null. Found by its hash: how long that takes tells nothing about the token.</summary>
    public Task<Subscriber?> FindAsync(string token, CancellationToken cancellationToken) =>
        subscribers.FindByTokenAsync(BearerToken.Hash(token), cancellationToken);

    private async Task<TokenOutcome> SaveAsync(
        Subscriber subscriber, IReadOnlyList<SubscriberToken> tokens, CancellationToken cancellationToken)
    {
        var saved = subscriber with { Tokens = tokens, Revision = subscriber.Revision + 1 };
        return await subscribers.SaveAsync(saved, cancellationToken) == WriteOutcome.Written ? TokenOutcome.Done : TokenOutcome.Changed;
    }
}

/// <summary>What came of making or deleting a token.</summary>
internal enum TokenOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such subscriber.</summary>
    NoSubscriber,

    /// <summary>The subscriber has no such token.</summary>
    NoToken,

    /// <summary>Its name is longer than <see cref="Subscriber.MaxTokenNameLength"/>.</summary>
    NameTooLong,

    /// <summary>The subscriber has as many as it may.</summary>
    TooMany,

    /// <summary>The subscriber was changed at the same time.</summary>
    Changed,
}
