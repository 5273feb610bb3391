using Ingestion.Storage.Deliveries;

namespace Ingestion.Publish.Deliveries;

/// <summary>What an attempt came to.</summary>
/// <param name="Log">What is kept of it.</param>
/// <param name="Verdict">What it means.</param>
/// <param name="RetryAfter">How long the endpoint asks to be left alone; null if it does not.</param>
internal sealed record AttemptResult(DeliveryAttempt Log, AttemptVerdict Verdict, TimeSpan? RetryAfter = null);

/// <summary>What an attempt means.</summary>
internal enum AttemptVerdict
{
    /// <summary>2xx: acknowledged.</summary>
    Acknowledged,

    /// <summary>Anything else, a redirect included.</summary>
    Failed,

    /// <summary>429, 502, 503, 504, or no answer in time: try later, and everything else to this endpoint too.</summary>
    Overloaded,

    /// <summary>410: do not come again.</summary>
    Gone,

    /// <summary>There is nothing to send any more: what it would carry was withdrawn.</summary>
    Void,
}
