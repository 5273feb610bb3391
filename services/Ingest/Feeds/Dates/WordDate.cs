using System.Globalization;
using System.Text.RegularExpressions;
using Ingestion.Contracts;

namespace Ingestion.Ingest.Feeds.Dates;

/// <summary>
/// Dates in words, in any order: RFC 822, RFC 850, asctime, "January 5, 2004, 3:04 pm", a month's name in another language, and East
/// Asian dates, whose parts say themselves what they are. The day of the week says nothing and is passed over.
/// </summary>
internal static partial class WordDate
{
    private static readonly TimeSpan KoreanTime = TimeSpan.FromHours(9);

    /// <summary>The date, or null.</summary>
    public static ArticleTime? Parse(string text)
    {
        text = Comment().Replace(text, " ");
        var korean = Korean().IsMatch(text);
        var time = ReadTime(ref text);
        var (year, month, day) = (-1, 0, 0);
        var zone = "";
        foreach (Match token in Token().Matches(text))
        {
            var word = token.Value;
            if (char.IsAsciiDigit(word[0]))
            {
                var number = int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
                var unit = token.NextMatch().Value;
                if (unit is "年" or "년") year = number;
                else if (unit is "月" or "월") month = number;
                else if (unit is "日" or "일" || (day == 0 && word.Length <= 2 && number is >= 1 and <= 31)) day = number;
                else if (year < 0 && word.Length is (2 or 4)) year = number;
                else if (word.Length == 4) return null; // what was taken for a year of two digits is none
            }
            else if (word[0] is '+' or '-')
            {
                zone += word;
            }
            else if (MonthNames.Find(word) is > 0 and var named)
            {
                month = named; // the last such word: a day of the week may begin like a month (mardi, marzo)
            }
            else if (IsZone(word, time))
            {
                zone = word;
            }
        }
        var offset = Zones.Offset(zone) ?? (korean ? KoreanTime : null);
        if (year >= 0 && month > 0) return FeedDate.Create(FeedDate.Century(year), month, Math.Max(day, 1), time, offset);
        // The month may be a number: what is left without the time and the words is then ISO 8601.
        return IsoDate.Parse(Words().Replace(text, " ").Trim()) is { } date
            ? FeedDate.Create(date.Date.Year, date.Date.Month, date.Date.Day, time, offset) : null;
    }

    /// <summary>Takes the time of day out of the text, with its am or pm.</summary>
    private static TimeOfDay? ReadTime(ref string text)
    {
        var match = Clock().Match(text);
        if (!match.Success) return null;
        var hour = Number(match.Groups["hour"]);
        var half = match.Groups["half"].Value.ToLowerInvariant();
        if (half is "pm" or "p.m." or "오후" or "下午" or "午後" && hour < 12) hour += 12;
        else if (half is "am" or "a.m." or "오전" or "上午" or "午前" && hour == 12) hour = 0;
        text = string.Concat(text.AsSpan(0, match.Index), " ", text.AsSpan(match.Index + match.Length));
        return new TimeOfDay(hour, Number(match.Groups["minute"]), Number(match.Groups["second"]));
    }

    private static bool IsZone(string word, TimeOfDay? time) => time is not null && Zones.Offset(word) is not null;

    private static int Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[0-9]{1,6}|(?<![\p{L}0-9])[+-][0-9]{1,2}:?[0-9]{2}(?![0-9])|(?:etc/)?(?:gmt|utc)[+-][0-9:]+|[\p{L}\p{M}]+", RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex(
        """
        (?:(?<half>오전|오후|上午|下午|午前|午後)\s*)?
        (?<![0-9])T?(?<hour>[0-9]{1,2})\s*[:時时시]\s*(?<minute>[0-9]{1,2})
        (?:\s*[:分분]\s*(?:(?<second>[0-9]{1,2})(?:[.,][0-9]+)?\s*[秒초]?)?)?
        (?:\s*(?<half>[ap]m\b|[ap]\.m\.))?
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("[년월일]|오전|오후")]
    private static partial Regex Korean();

    [GeneratedRegex(@"[\p{L}\p{M}]+[,.]?|(?<=\s)[+-][0-9]{1,2}:?[0-9]{2}\s*$")]
    private static partial Regex Words();
}
