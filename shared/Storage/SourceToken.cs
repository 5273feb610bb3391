namespace Ingestion.Storage;

/// <summary>A bearer token of a source. The token itself is nowhere kept: whoever reads the store cannot push with it.</summary>
public sealed record SourceToken
{
    /// <summary>What the API calls it.</summary>
    public required string Id { get; init; }

    /// <summary>The source that it may push to.</summary>
    public required string SourceId { get; init; }

    /// <summary>What it is for, in the words of who made it.</summary>
    public string? Name { get; init; }

    /// <summary>SHA-256 of the token, lower-case hex. The token is random, so that it needs neither salt nor a slow hash.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made, in whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to the minute or so; null if it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
