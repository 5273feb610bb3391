using System.Globalization;

namespace Ingestion.Clean.Metadata;

/// <summary>Dates of the Solar Hijri calendar, which Iran's pages carry: 2 Tir 1399 is 22 June 2020.</summary>
internal static class PersianMonths
{
    private const int EarliestYear = 1370;
    private const int LatestYear = 1425;

    private static readonly PersianCalendar Calendar = new();

    // With the Arabic forms of yeh and kaf, too, which older pages use.
    private static readonly string[] Names =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    /// <summary>The number of the month, 1 to 12; 0 if it is no month's name.</summary>
    public static int Number(string word) => word.Length < 2 ? 0 : Array.IndexOf(Names, word.Replace('ي', 'ی').Replace('ك', 'ک')) + 1;

    /// <summary>The day in the Gregorian calendar.</summary>
    public static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1
            || day > Calendar.GetDaysInMonth(year, month)) return false;
        date = DateOnly.FromDateTime(Calendar.ToDateTime(year, month, day, 0, 0, 0, 0));
        return true;
    }
}
