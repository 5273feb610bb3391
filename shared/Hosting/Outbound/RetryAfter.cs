using System.Net.Http.Headers;

namespace Ingestion.Hosting.Outbound;

/// <summary>How long a server asks to be left alone (RFC 9110, 10.2.3): seconds or a date.</summary>
public static class RetryAfter
{
    /// <summary>The longest that is obeyed: a slip of the server must not silence it for good.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>The wait; null if there is none or it lies in the past.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? header?.Date - now;
        if (wait is not { } asked || asked <= TimeSpan.Zero) return null;
        return asked < Longest ? asked : Longest;
    }
}
