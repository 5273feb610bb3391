using Ingestion.Ingest.Feeds;

namespace Ingestion.Ingest.Polling;

/// <summary>RSS's skipHours and skipDays: hours and days, UTC, in which a feed asks not to be polled.</summary>
internal static class SkippedTimes
{
    private const int HoursOfAWeek = 7 * 24;

    /// <summary>The first time at or after this that the feed allows; the time itself if it forbids all of them.</summary>
    public static DateTimeOffset After(DateTimeOffset time, FeedSchedule schedule)
    {
        var next = time;
        for (var hour = 0; hour < HoursOfAWeek; hour++)
        {
            if (!IsSkipped(next, schedule)) return next;
            next = new DateTimeOffset(next.UtcDateTime.Date.AddHours(next.UtcDateTime.Hour + 1), TimeSpan.Zero);
        }
        return time;
    }

    private static bool IsSkipped(DateTimeOffset time, FeedSchedule schedule) =>
        schedule.SkipHours?.Contains(time.UtcDateTime.Hour) == true || schedule.SkipDays?.Contains(time.UtcDateTime.DayOfWeek) == true;
}
