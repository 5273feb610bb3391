using System.Globalization;
using Ingestion.Contracts;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// Finds a date, with its time and offset where they stand, in a string of any form: ISO 8601, RFC 1123, numbers in
/// European, American and East Asian order, month names in forty languages, Unix time.
/// </summary>
internal static class DateParser
{
    private const int LongestText = 300;
    private const int EarliestYear = 1990;
    private const int LatestYear = 2049;
    private const int BuddhistEra = 543;

    /// <summary>The first date in a text; null if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">The page's language, for month names and the order of 3/4/2023; null if it is not known.</param>
    public static ArticleTime? Parse(string? text, string? language = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        if (text.Length > LongestText) text = text[..LongestText];
        if (Unix(text) is { } unix) return unix;
        var scan = new DateScanner(text);
        for (var i = 0; i < scan.Tokens.Count; i++)
        {
            if (ReadDate(scan, i, language, out var date, out var next)) return WithTime(scan, date, i, next);
        }
        return null;
    }

    private static ArticleTime? Unix(string text)
    {
        if (text.Length is not (10 or 13)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var instant = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return instant.Year >= EarliestYear && instant.Year <= LatestYear ? ArticleTime.From(instant) : null;
    }

    private static bool ReadDate(DateScanner scan, int at, string? language, out DateOnly date, out int next)
    {
        var token = scan.Tokens[at];
        date = default;
        next = at;
        if (token.Number is null)
        {
            // Month first: "July 19, 2023".
            if (MonthNames.Number(token.Word, language) is not (> 0 and var named) || scan.Number(at + 1) is not { } day
                || scan.Digits(at + 1) > 2) return false;
            // "July 19th, 2023".
            var yearAt = scan.SkipFiller(at + 2);
            if (scan.Number(yearAt) is not { } yearAfter || scan.Digits(yearAt) != 4 || scan.IsTimeAt(yearAt)) return false;
            next = yearAt + 1;
            return Make(yearAfter, named, day, out date);
        }
        if (token.Digits == 8 && Make(token.Number.Value / 10_000, token.Number.Value / 100 % 100, token.Number.Value % 100, out date))
        {
            next = at + 1;
            return true;
        }
        if (token.Digits == 4)
        {
            // Year first: 2023-07-19, 2023年7月19日, 2023 July 19.
            if (language == "fa" && scan.Number(at + 1) is { } m && scan.Number(at + 2) is { } d && scan.SameSeparator(at, at + 1)
                && PersianMonths.TryMake(token.Number.Value, m, d, out date))
            {
                next = at + 3;
                return true;
            }
            if (scan.Number(at + 1) is { } month && scan.Digits(at + 1) <= 2 && scan.Number(at + 2) is { } day && scan.Digits(at + 2) <= 2
                && scan.SameSeparator(at, at + 1) && Make(token.Number.Value, month, day, out date))
            {
                next = at + 3;
                return true;
            }
            var word = scan.SkipFiller(at + 1);
            if (scan.WordMonth(word, language) is > 0 and var named && scan.Number(word + 1) is { } dayAfter && scan.Digits(word + 1) <= 2
                && Make(token.Number.Value, named, dayAfter, out date))
            {
                next = word + 2;
                return true;
            }
            return false;
        }
        if (token.Digits > 2) return false;
        if (PersianMonths.Number(scan.Word(at + 1)) is > 0 and var persian && scan.Number(at + 2) is { } persianYear
            && scan.Digits(at + 2) == 4)
        {
            next = at + 3;
            return PersianMonths.TryMake(persianYear, persian, token.Number.Value, out date);
        }
        // Day first, or month first: 19.07.2023, 07/19/2023, 19 July 2023.
        var second = scan.SkipFiller(at + 1);
        if (scan.WordMonth(second, language) is > 0 and var monthName)
        {
            var year = scan.SkipFiller(second + 1);
            if (scan.Number(year) is { } buddhist && language == "th" && scan.Digits(year) == 4
                && Make(buddhist - BuddhistEra, monthName, token.Number.Value, out date))
            {
                next = year + 1;
                return true;
            }
            if (scan.Number(year) is { } y && scan.Digits(year) is 4 && Make(y, monthName, token.Number.Value, out date))
            {
                next = year + 1;
                return true;
            }
            if (scan.Number(year) is { } shortYear && scan.Digits(year) == 2 && !scan.IsTimeAt(year)
                && Make(2000 + shortYear, monthName, token.Number.Value, out date))
            {
                next = year + 1;
                return true;
            }
            return false;
        }
        if (scan.Number(at + 1) is not { } middle || scan.Digits(at + 1) > 2 || scan.Number(at + 2) is not { } last
            || !scan.SameSeparator(at, at + 1)) return false;
        if (scan.Digits(at + 2) is not (4 or 2) || scan.SeparatorAfter(at) is not ('.' or '/' or '-' or 't')) return false;
        var full = scan.Digits(at + 2) == 4 ? last : 2000 + last;
        next = at + 3;
        var (dayNumber, monthNumber) = (token.Number.Value, middle);
        var american = scan.SeparatorAfter(at) == '/' && language is null or "en" or "en-us";
        if (monthNumber > 12 || (dayNumber <= 12 && american && scan.SeparatorAfter(at) == '/'))
            (dayNumber, monthNumber) = (monthNumber, dayNumber);
        return Make(full, monthNumber, dayNumber, out date);
    }

    private static bool Make(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1
            || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static ArticleTime WithTime(DateScanner scan, DateOnly date, int dateStart, int next)
    {
        for (var i = next; i < scan.Tokens.Count && i < next + 5; i++)
        {
            if (scan.TimeAt(i, out var time, out var after)) return new ArticleTime(date, time, scan.OffsetAt(after));
        }
        for (var i = Math.Max(0, dateStart - 6); i < dateStart; i++)
        {
            if (scan.TimeAt(i, out var time, out var after) && after <= dateStart) return new ArticleTime(date, time, scan.OffsetAt(after));
        }
        return new ArticleTime(date);
    }
}
