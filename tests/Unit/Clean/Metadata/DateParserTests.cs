using Ingestion.Clean.Metadata;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Metadata;

public class DateParserTests
{
    [Theory]
    [InlineData("2023-07-19", null, "2023-07-19")]
    [InlineData("2023-07-19T08:30:00Z", null, "2023-07-19T08:30:00Z")]
    [InlineData("2023-07-19T08:30:00.123+0200", null, "2023-07-19T08:30:00+02:00")]
    [InlineData("2023-07-19 08:30", null, "2023-07-19T08:30:00")]
    [InlineData("20230719", null, "2023-07-19")]
    [InlineData("1689755400", null, "2023-07-19T08:30:00Z")]
    [InlineData("1689755400000", null, "2023-07-19T08:30:00Z")]
    [InlineData("Wed, 19 Jul 2023 08:30:00 GMT", null, "2023-07-19T08:30:00Z")]
    [InlineData("July 19, 2023 8:30 PM EDT", "en", "2023-07-19T20:30:00-04:00")]
    [InlineData("Published: 19th of July 2023", "en", "2023-07-19")]
    [InlineData("07/19/2023", "en", "2023-07-19")]
    [InlineData("07/06/2023", "en", "2023-07-06")]
    [InlineData("07/06/2023", "fr", "2023-06-07")]
    [InlineData("19.07.2023, 08:30 Uhr", "de", "2023-07-19T08:30:00")]
    [InlineData("19. Juli 2023", "de", "2023-07-19")]
    [InlineData("le 19 juillet 2023 à 8h30", "fr", "2023-07-19T08:30:00")]
    [InlineData("19 de julio de 2023", "es", "2023-07-19")]
    [InlineData("19 июля 2023", "ru", "2023-07-19")]
    [InlineData("19 listopada 2023", "pl", "2023-11-19")]
    [InlineData("19. listopada 2023.", "hr", "2023-10-19")]
    [InlineData("2023年7月19日 08:30", "zh", "2023-07-19T08:30:00")]
    [InlineData("2023年07月19日下午3:05", "zh", "2023-07-19T15:05:00")]
    [InlineData("2023년 7월 19일", "ko", "2023-07-19")]
    [InlineData("July 19th, 2023", "en", "2023-07-19")]
    [InlineData("07/06/2023", "en-gb", "2023-06-07")]
    [InlineData("2023-12-05T23:15:0Z", null, "2023-12-05T23:15:00Z")]
    [InlineData("১৯ জুলাই ২০২৩", "bn", "2023-07-19")]
    [InlineData("١٩ يوليو ٢٠٢٣", "ar", "2023-07-19")]
    [InlineData("19 ביולי 2023", "he", "2023-07-19")]
    [InlineData("ngày 19 tháng 7 năm 2023", "vi", "2023-07-19")]
    [InlineData("۲۸ تیر ۱۴۰۲", "fa", "2023-07-19")]
    [InlineData("1402/04/28", "fa", "2023-07-19")]
    [InlineData("19 กรกฎาคม 2566", "th", "2023-07-19")]
    public void A_date_is_read(string text, string? language, string expected) =>
        Assert.Equal(expected, DateParser.Parse(text, language)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("31.02.2023")]
    [InlineData("2078-07-08")]
    [InlineData("Chapter 12 of 30")]
    [InlineData("8:30")]
    public void What_is_no_date_is_none(string text) => Assert.Null(DateParser.Parse(text));
}
