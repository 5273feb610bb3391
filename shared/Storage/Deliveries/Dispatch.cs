namespace Ingestion.Storage.Deliveries;

/// <summary>
/// How the sending to a subscription stands. Whoever has the lease sends, and nobody else: so no event is sent by two at once, and
/// concurrency and rate of an endpoint hold over any number of processes.
/// </summary>
public sealed record Dispatch
{
    /// <summary>The subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The process that has the lease; null if nobody has.</summary>
    public string? Owner { get; init; }

    /// <summary>When the lease ends.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Past changes are still to be sent after this place of the sequence; null if none are.</summary>
    public long? BackfillAfter { get; init; }

    /// <summary>The last past change to be sent.</summary>
    public long BackfillUntil { get; init; }

    /// <summary>The endpoint asked to be left alone until then, or did not answer in time.</summary>
    public DateTimeOffset? ThrottledUntil { get; init; }

    /// <summary>When the first failure after the last success was; null if the last attempt was a success.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Attempts that failed since then.</summary>
    public int Failures { get; init; }

    /// <summary>When it last acknowledged.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When it last failed.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>How, in words.</summary>
    public string? LastFailure { get; init; }
}
