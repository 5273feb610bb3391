namespace Ingestion.Ingest.Fetching;

/// <summary>What came of a request.</summary>
internal sealed record FetchAnswer
{
    /// <summary>How it ended.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>The URL that answered, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The body, decompressed; empty unless <see cref="FetchOutcome.Fetched"/>.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>The Content-Type as it was written.</summary>
    public string? ContentType { get; init; }

    /// <summary>What to ask with next time; none if the answer says that it was stale when it was made (Expires: 0).</summary>
    public Validators Validators { get; init; }

    /// <summary>How long the answer says that it is fresh (Cache-Control's max-age, else Expires).</summary>
    public TimeSpan? Freshness { get; init; }

    /// <summary>How long the server asks to be left alone (RFC 9110, 10.2.3).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where the URL has moved for good: the end of the permanent redirects (301, 308) that nothing else came before.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>The Link headers as they were written (RFC 8288).</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>What went wrong, for whoever runs the source; null unless it did.</summary>
    public string? Error { get; init; }
}

/// <summary>How a request ended.</summary>
internal enum FetchOutcome
{
    /// <summary>There is a body.</summary>
    Fetched,

    /// <summary>Nothing changed (304).</summary>
    NotModified,

    /// <summary>It is gone for good (410).</summary>
    Gone,

    /// <summary>The server wants fewer requests (429, or 503 with Retry-After).</summary>
    Throttled,

    /// <summary>It failed, and may succeed later.</summary>
    Failed,

    /// <summary>It was not sent, and never will be: the address or scheme is not allowed.</summary>
    Refused,
}
