using System.Globalization;

namespace Ingestion.Hosting;

/// <summary>Instants as the API takes them: ISO 8601, in UTC where they have no offset, also a date alone.</summary>
public static class IsoInstant
{
    /// <summary>What is allowed, in words.</summary>
    public const string Allowed = "an ISO 8601 instant with its offset, such as 2026-03-14T08:30:00Z";

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>The instant; null where the text is none.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
