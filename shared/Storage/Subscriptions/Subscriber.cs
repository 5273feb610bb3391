namespace Ingestion.Storage.Subscriptions;

/// <summary>A downstream party. It manages its own subscriptions with its own tokens, and sees nobody else's.</summary>
public sealed record Subscriber
{
    /// <summary>Longest id, in characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>Most tokens at once.</summary>
    public const int MaxTokens = 10;

    /// <summary>Longest name of a token, in characters.</summary>
    public const int MaxTokenNameLength = 200;

    /// <summary>What the API calls it.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Its bearer tokens, several at once for rotation.</summary>
    public IReadOnlyList<SubscriberToken> Tokens { get; init; } = [];

    /// <summary>Counted up from 1 with each write: a writer says which one it has seen.</summary>
    public required long Revision { get; init; }

    /// <summary>When it was set up, in whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A bearer token of a subscriber. The token itself is nowhere kept.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Name">What it is for, in the words of who made it.</param>
/// <param name="Hash">SHA-256 of the token, lower-case hex.</param>
/// <param name="CreatedAt">When it was made, in whole milliseconds.</param>
public sealed record SubscriberToken(string Id, string? Name, string Hash, DateTimeOffset CreatedAt);
