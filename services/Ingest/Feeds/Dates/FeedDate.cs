using Ingestion.Contracts;

namespace Ingestion.Ingest.Feeds.Dates;

/// <summary>
/// Reads the dates that feeds have: RFC 3339 and ISO 8601 with their variants, RFC 822 and what passes for it, asctime, dates with
/// the month's name in other languages, East Asian dates, Unix time. As precise as it was written: no offset, no time, or a day only.
/// </summary>
internal static class FeedDate
{
    private const int MaxLength = 100;

    /// <summary>The date, or null if it cannot be read: a date is a hint, nobody is refused for one.</summary>
    public static ArticleTime? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength) return null;
        return IsoDate.Parse(text) ?? WordDate.Parse(text) ?? UnixTime(text);
    }

    /// <summary>A time from its parts; null if there is no such time.</summary>
    internal static ArticleTime? Create(int year, int month, int day, TimeOfDay? time, TimeSpan? offset)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        if (time is not { } t) return new ArticleTime(date);
        if (t.Hour > 24 || t.Minute > 59 || t.Second > 60) return null;
        if (t.Hour == 24) date = date.AddDays(1); // ISO 8601: the end of the day
        if (offset is { } o && (o.Duration() > TimeSpan.FromHours(14) || o.Ticks % TimeSpan.TicksPerMinute != 0)) offset = null;
        return new ArticleTime(date, new TimeOnly(t.Hour % 24, t.Minute, Math.Min(t.Second, 59)), offset);
    }

    /// <summary>Two digits are of 1990 to 2089.</summary>
    internal static int Century(int year) => year switch { < 90 => 2000 + year, < 100 => 1900 + year, _ => year };

    private static ArticleTime? UnixTime(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, System.Globalization.NumberStyles.None, null, out var number))
            return null;
        var instant = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return ArticleTime.From(instant);
    }
}

/// <summary>A time of day as it was written.</summary>
internal readonly record struct TimeOfDay(int Hour, int Minute, int Second);
