using System.Net.Http.Headers;

namespace Ingestion.Ingest.Fetching;

/// <summary>What an answer says about how long it holds (RFC 9111, 4.2.1).</summary>
internal static class Freshness
{
    /// <summary>How long it is fresh: Cache-Control's max-age, else Expires; null if it does not say.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        var fresh = answer.Headers.CacheControl?.MaxAge ?? answer.Content.Headers.Expires - (answer.Headers.Date ?? now);
        return fresh > TimeSpan.Zero ? fresh : null;
    }

    /// <summary>
    /// What to ask with next time. An answer with <c>Expires: 0</c> wants no conditional request: servers that write it answer 304
    /// whatever happened.
    /// </summary>
    public static Validators ValidatorsOf(HttpResponseMessage answer)
    {
        if (Raw(answer.Content.Headers, "Expires") == "0") return default;
        return new Validators(Raw(answer.Headers, "ETag"), Raw(answer.Content.Headers, "Last-Modified"));
    }

    // As written: servers compare the text, and some of it is not valid.
    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString().Trim() is { Length: > 0 and <= 512 } value ? value : null;
}
