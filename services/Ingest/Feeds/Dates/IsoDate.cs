using System.Globalization;
using System.Text.RegularExpressions;
using Ingestion.Contracts;

namespace Ingestion.Ingest.Feeds.Dates;

/// <summary>
/// ISO 8601 and its profiles (W3CDTF, RFC 3339): extended or basic, years, months, days, ordinal days, years of two digits, slashes,
/// a blank for the T, a comma for the point, an offset with or without its colon.
/// </summary>
internal static partial class IsoDate
{
    /// <summary>The date, or null.</summary>
    public static ArticleTime? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        var year = FeedDate.Century(Number(match, "year"));
        var (month, day) = (1, 1);
        if (match.Groups["ordinal"].Success)
        {
            var ordinal = Number(match, "ordinal");
            if (year < 1 || ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365)) return null;
            var date = new DateOnly(year, 1, 1).AddDays(ordinal - 1);
            (month, day) = (date.Month, date.Day);
        }
        else
        {
            if (match.Groups["month"].Success) month = Number(match, "month");
            if (match.Groups["day"].Success) day = Number(match, "day");
        }
        TimeOfDay? time = match.Groups["hour"].Success
            ? new TimeOfDay(Number(match, "hour"), Number(match, "minute"), Number(match, "second")) : null;
        return FeedDate.Create(year, month, day, time, Zones.Offset(match.Groups["zone"].Value));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        """
        ^(?:(?<year>[0-9]{4})
            (?: (?<s>[-/.])(?<month>[0-9]{1,2})(?:\k<s>(?<day>[0-9]{1,2}))?
              | -?(?<ordinal>[0-9]{3})(?![0-9])
              | (?<month>[0-9]{2})(?<day>[0-9]{2})(?:(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2}))?
            )?
          | (?<year>[0-9]{2})-(?<month>[0-9]{2})-(?<day>[0-9]{2})
          | (?<year>[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})
          | (?<year>[0-9]{2})-?(?<ordinal>[0-9]{3}))
         (?: (?:\s*T\s*|\s+)(?<hour>[0-9]{1,2}):?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,][0-9]+)?)? )?
         \s*(?<zone>[A-Z]{1,5}|[+-][0-9]{1,2}(?::?[0-9]{2})?(?::?[0-9]{2})?)?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
