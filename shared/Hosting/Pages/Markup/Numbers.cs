using System.Globalization;

namespace Ingestion.Hosting.Pages.Markup;

/// <summary>Numbers and times as the pages write them: the same for every reader, in UTC.</summary>
public static class Numbers
{
    /// <summary>A count with a narrow blank between thousands.</summary>
    public static string Count(long count) => count.ToString("N0", Thin);

    /// <summary>"1 word", "2 words".</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>Milliseconds, as precise as is of use.</summary>
    public static string Milliseconds(double milliseconds) =>
        milliseconds < 10 ? $"{milliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms" : $"{Count((long)Math.Round(milliseconds))} ms";

    /// <summary>A number for an attribute.</summary>
    public static string Attribute(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>An instant, with its machine-readable form.</summary>
    public static Html Instant(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var machine = utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return Html.Of($"""<time datetime="{machine}">{utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC</time>""");
    }

    private static readonly NumberFormatInfo Thin = new() { NumberGroupSeparator = "\u202f", NumberDecimalDigits = 0 };
}
