using System.Globalization;
using Ingestion.Storage.Deliveries;

namespace Ingestion.Publish.Deliveries;

/// <summary>What an attempt does to its delivery and to the endpoint. Pure.</summary>
internal static class DeliveryRules
{
    /// <summary>The delivery after an attempt.</summary>
    /// <param name="delivery">The delivery before it.</param>
    /// <param name="result">The attempt.</param>
    /// <param name="now">When it ended.</param>
    /// <param name="endpoint">The endpoint after it, see <see cref="After(Dispatch, AttemptResult, DateTimeOffset)"/>.</param>
    /// <param name="random">From 0 to below 1, for the jitter.</param>
    public static Delivery After(Delivery delivery, AttemptResult result, DateTimeOffset now, Dispatch endpoint, double random)
    {
        var next = delivery with
        {
            Revision = delivery.Revision + 1,
            Attempts = [.. delivery.Attempts.Append(result.Log).TakeLast(Delivery.LoggedAttempts)],
        };
        if (result.Verdict == AttemptVerdict.Void)
            return next with { State = DeliveryState.Skipped, DueAt = null, Attempts = delivery.Attempts };
        next = next with { Attempt = delivery.Attempt + 1 };
        if (result.Verdict == AttemptVerdict.Acknowledged)
            return next with { State = DeliveryState.Delivered, DueAt = null, DeliveredAt = now };
        if (RetrySchedule.After(next.Attempt, random) is not { } wait)
            return next with { State = DeliveryState.Failed, DueAt = null };
        var dueAt = now + WholeMilliseconds(wait);
        return next with { State = DeliveryState.Pending, DueAt = dueAt < endpoint.ThrottledUntil ? endpoint.ThrottledUntil : dueAt };
    }

    /// <summary>How the endpoint stands after an attempt.</summary>
    public static Dispatch After(Dispatch endpoint, AttemptResult result, DateTimeOffset now)
    {
        if (result.Verdict == AttemptVerdict.Void) return endpoint;
        if (result.Verdict == AttemptVerdict.Acknowledged) return endpoint with { LastSuccessAt = now, FailingSince = null, Failures = 0 };
        var failures = endpoint.Failures + 1;
        return endpoint with
        {
            Failures = failures,
            FailingSince = endpoint.FailingSince ?? now,
            LastFailureAt = now,
            LastFailure = Describe(result.Log),
            ThrottledUntil = result.Verdict == AttemptVerdict.Overloaded
                ? now + WholeMilliseconds(Throttle.For(result.RetryAfter, failures))
                : endpoint.ThrottledUntil,
        };
    }

    /// <summary>Why an endpoint is to be disabled after an attempt, in words; null if it is not.</summary>
    /// <param name="endpoint">The endpoint after the attempt.</param>
    /// <param name="activeSince">Since when it is served: what failed before counts no more for who has resumed it.</param>
    /// <param name="result">The attempt.</param>
    /// <param name="now">When it ended.</param>
    /// <param name="disableAfter">How long it may fail.</param>
    public static string? DisabledBecause(
        Dispatch endpoint, DateTimeOffset activeSince, AttemptResult result, DateTimeOffset now, TimeSpan disableAfter)
    {
        if (result.Verdict == AttemptVerdict.Gone) return "The endpoint answered 410 Gone.";
        if (result.Verdict == AttemptVerdict.Acknowledged || endpoint.FailingSince is not { } failing) return null;
        var since = failing > activeSince ? failing : activeSince;
        return now - since >= disableAfter
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Nothing but failures since {since:yyyy-MM-dd'T'HH:mm:ss'Z'}; the last: {endpoint.LastFailure}")
            : null;
    }

    private static string Describe(DeliveryAttempt attempt) =>
        attempt.Error ?? string.Create(CultureInfo.InvariantCulture, $"The endpoint answered {attempt.Status}.");

    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Round(wait.TotalMilliseconds));
}
