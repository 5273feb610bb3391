namespace Ingestion.Storage.Deliveries;

/// <summary>A change of an article on its way to a subscription: a row made in the same act as the published version.</summary>
public sealed record Delivery
{
    /// <summary>Most attempts that are kept in the log; older ones go.</summary>
    public const int LoggedAttempts = 20;

    /// <summary>The id: the same over all attempts, and what the receiver knows it by.</summary>
    public required string Id { get; init; }

    /// <summary>The subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The subscriber whose subscription it is.</summary>
    public string? SubscriberId { get; init; }

    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>The change's place in the sequence.</summary>
    public required long Sequence { get; init; }

    /// <summary>What kind of change it is to this subscription: to one that was never sent the article, a correction is new.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>When it was made, in whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The trace that published it, a W3C traceparent, so that the deliveries of an article are in its trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How far it is.</summary>
    public DeliveryState State { get; init; }

    /// <summary>When the next attempt is due; null unless it is <see cref="DeliveryState.Pending"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Attempts of the present schedule so far.</summary>
    public int Attempt { get; init; }

    /// <summary>When it was acknowledged; null if it never was.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Counted up from 1 with each write: a writer says which one it has seen.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>The log, oldest first; empty in lists, unless it is asked for.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>The id of a change's delivery to a subscription.</summary>
    public static string IdOf(string subscriptionId, long sequence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{subscriptionId}_{sequence}");
}

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>It is due at some time.</summary>
    Pending,

    /// <summary>It was acknowledged.</summary>
    Delivered,

    /// <summary>The last attempt of its schedule failed. It can be redelivered.</summary>
    Failed,

    /// <summary>It will not be sent: it was withdrawn meanwhile, or skipped by who resumed or deleted the subscription.</summary>
    Skipped,
}

/// <summary>One attempt.</summary>
/// <param name="At">When it began, in whole milliseconds.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">The answer's status; null if there was none.</param>
/// <param name="Error">Why there was no answer, in words.</param>
/// <param name="Answer">The first 16 KiB of the answer's body.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, double Milliseconds, int? Status, string? Error, string? Answer);

/// <summary>Which deliveries of a subscription a list shows, newest change first.</summary>
public sealed record DeliveryQuery
{
    /// <summary>The most a page can hold.</summary>
    public const int MaxLimit = 200;

    /// <summary>The subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Only those in this state.</summary>
    public DeliveryState? State { get; init; }

    /// <summary>Only those before this place in the sequence.</summary>
    public long? Before { get; init; }

    /// <summary>Most to return.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Whether they come with their logs.</summary>
    public bool WithAttempts { get; init; }
}
