using System.Globalization;
using Ingestion.Contracts;

namespace Ingestion.Clean.Metadata;

/// <summary>The day in the path of a URL: /2023/07/19/, /2023-07-19-, /20230719.</summary>
internal static class DateInUrl
{
    /// <summary>The day; null if the URL has none.</summary>
    public static ArticleTime? Find(PageFacts facts)
    {
        var canonical = facts.Meta.Link("canonical") ?? facts.Meta.First("og:url");
        return Find(facts.Url?.AbsolutePath) ?? Find(canonical);
    }

    /// <summary>The day in a path; null if it has none.</summary>
    public static ArticleTime? Find(string? path)
    {
        if (path is null) return null;
        for (var i = 0; i + 8 <= path.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(path[i - 1])) continue;
            if (!Number(path, i, 4, out var year) || year is < 1995 or > 2099) continue;
            var separator = path[i + 4];
            if (separator is '/' or '-' or '_' or '.')
            {
                var m = i + 5;
                var monthDigits = Number(path, m, 2, out var month) ? 2 : Number(path, m, 1, out month) ? 1 : 0;
                if (monthDigits == 0 || m + monthDigits >= path.Length || path[m + monthDigits] is not ('/' or '-' or '_' or '.')) continue;
                var d = m + monthDigits + 1;
                var dayDigits = Number(path, d, 2, out var day) ? 2 : Number(path, d, 1, out day) ? 1 : 0;
                if (dayDigits == 0 || (d + dayDigits < path.Length && char.IsAsciiDigit(path[d + dayDigits]))) continue;
                if (Make(year, month, day) is { } time) return time;
            }
            else if (Number(path, i + 4, 2, out var month) && Number(path, i + 6, 2, out var day) && Make(year, month, day) is { } time)
            {
                return time;
            }
        }
        return null;
    }

    private static bool Number(string path, int at, int digits, out int number)
    {
        number = 0;
        return at + digits <= path.Length
            && int.TryParse(path.AsSpan(at, digits), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static ArticleTime? Make(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1
            && day <= DateTime.DaysInMonth(year, month) ? new ArticleTime(new DateOnly(year, month, day)) : null;
}
