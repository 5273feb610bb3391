using System.Globalization;
using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Gathers how often a feed asks to be polled: RSS 2.0's ttl, skipHours and skipDays; the syndication module of RSS 1.0.</summary>
internal sealed class ScheduleReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private TimeSpan? _ttl;
    private TimeSpan? _period;
    private int _frequency = 1;
    private List<int>? _skipHours;
    private List<DayOfWeek>? _skipDays;

    /// <summary>What was said.</summary>
    public FeedSchedule Result
    {
        get
        {
            var period = _period / _frequency;
            return new FeedSchedule(_ttl is null || period > _ttl ? period : _ttl, _skipHours, _skipDays);
        }
    }

    /// <summary>Takes an element of the feed, if it says anything about this.</summary>
    public void Read(MarkupElement element)
    {
        switch (element.Key)
        {
            case "ttl" when Number(element) is > 0 and var minutes:
                _ttl = minutes < Longest.TotalMinutes ? TimeSpan.FromMinutes(minutes) : Longest;
                break;
            case "sy:updateperiod":
                _period = Period(element.Text().Trim());
                break;
            case "sy:updatefrequency" when Number(element) is > 0 and var times:
                _frequency = times;
                break;
            case "skiphours":
                _skipHours = [.. element.Elements.Where(e => e.Key == "hour").Select(Number).OfType<int>()
                    .Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24).Distinct()];
                break;
            case "skipdays":
                _skipDays = [.. element.Elements.Where(e => e.Key == "day").Select(Day).OfType<DayOfWeek>().Distinct()];
                break;
        }
    }

    private static TimeSpan? Period(string text) => text.ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };

    private static int? Number(MarkupElement element) =>
        int.TryParse(element.Text().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DayOfWeek? Day(MarkupElement element) =>
        Enum.TryParse<DayOfWeek>(element.Text().Trim(), ignoreCase: true, out var day) && Enum.IsDefined(day) ? day : null;
}
