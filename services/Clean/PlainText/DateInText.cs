using System.Globalization;
using System.Text.RegularExpressions;
using Ingestion.Contracts;

namespace Ingestion.Clean.PlainText;

/// <summary>Reads the date in a line under a headline: ISO-like, Chinese, or English with the month's name.</summary>
internal static partial class DateInText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first date of the line, as precise as it is; null if there is none.</summary>
    public static ArticleTime? Find(string line) => Find(line, out _);

    /// <summary>The first date of the line, and where it stands.</summary>
    public static ArticleTime? Find(string line, out Range place)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), MonthFirst(), DayFirst()])
        {
            var match = pattern.Match(line);
            if (!match.Success || Read(match) is not { } time) continue;
            place = match.Index..(match.Index + match.Length);
            return time;
        }
        place = default;
        return null;
    }

    private static ArticleTime? Read(Match match)
    {
        var month = match.Groups["month"].Value;
        var number = char.IsAsciiDigit(month[0])
            ? Number(month)
            : Array.FindIndex(Months, name => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
        var (year, day) = (Number(match.Groups["year"].Value), Number(match.Groups["day"].Value));
        if (year is < 1900 or > 2200 || number is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, number)) return null;
        var date = new DateOnly(year, number, day);
        if (!match.Groups["hour"].Success) return new ArticleTime(date);
        var (hour, minute) = (Number(match.Groups["hour"].Value), Number(match.Groups["minute"].Value));
        var second = match.Groups["second"].Success ? Number(match.Groups["second"].Value) : 0;
        return hour > 23 || minute > 59 || second > 59 ? new ArticleTime(date) : new ArticleTime(date, new TimeOnly(hour, minute, second));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Time = @"(?:[T,\s]{1,3}(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?)?";
    private const string MonthName =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<year>[12][0-9]{3})[-/.年]\s?(?<month>[0-9]{1,2})[-/.月]\s?(?<day>[0-9]{1,2})日?" + Time, Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\b" + MonthName + @"\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[12][0-9]{3})" + Time, Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})(?:st|nd|rd|th)? " + MonthName + @"\.?,? (?<year>[12][0-9]{3})" + Time, Options)]
    private static partial Regex DayFirst();
}
