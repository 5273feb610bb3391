using Ingestion.Ingest.Feeds.Dates;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    // RFC 822 and what passes for it
    [InlineData("Tue, 14 Mar 2023 08:30:00 +0800", "2023-03-14T08:30:00+08:00")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 04 19:48 GMT", "2004-01-01T19:48:00Z")]
    [InlineData("01 Jan 2004 19:48:21 EST", "2004-01-01T19:48:21-05:00")]
    [InlineData("Thursday, 01 January 2004 19:48:21 PDT", "2004-01-01T19:48:21-07:00")]
    [InlineData("Thu, 1 Jan 2004 9:48:21 GMT", "2004-01-01T09:48:21Z")]
    [InlineData("Thu,01 Jan 2004 19:48:21 Etc/GMT+1", "2004-01-01T19:48:21+01:00")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +01:00", "2004-01-01T19:48:21+01:00")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 (CET)", "2004-01-01T19:48:21")]
    [InlineData("Thu, 01-Jan-2004 19:48:21 UTC", "2004-01-01T19:48:21Z")]
    [InlineData("Thu 01 Jan 2004", "2004-01-01")]
    [InlineData("Jan 5, 2004 3:04 pm", "2004-01-05T15:04:00")]
    [InlineData("January 5, 2004, 12:04 AM EST", "2004-01-05T00:04:00-05:00")]
    [InlineData("Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06")]
    [InlineData("Sun Jan  4 16:29:06 PST 2004", "2004-01-04T16:29:06-08:00")]
    [InlineData("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T08:19:53-04:00")]
    // ISO 8601
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31t10:14:55.123+05:30", "2003-12-31T10:14:55+05:30")]
    [InlineData("2003-12-31 10:14:55 +0100", "2003-12-31T10:14:55+01:00")]
    [InlineData("2003-12-31T10:14:55", "2003-12-31T10:14:55")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31", "2003-12-31")]
    [InlineData("20031231", "2003-12-31")]
    [InlineData("2003-12", "2003-12-01")]
    [InlineData("2003", "2003-01-01")]
    [InlineData("2003-365", "2003-12-31")]
    [InlineData("03-12-31", "2003-12-31")]
    [InlineData("2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z")]
    // other languages
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00")]
    [InlineData("2004년 05월 28일 01:31:15", "2004-05-28T01:31:15+09:00")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17+09:00")]
    [InlineData("2004年5月28日 01:31", "2004-05-28T01:31:00")]
    [InlineData("Do, 01 Mai 2014 10:00:00 +0200", "2014-05-01T10:00:00+02:00")]
    [InlineData("mar. 6 janv. 2015 10:00:00 +0100", "2015-01-06T10:00:00+01:00")]
    [InlineData("15 мая 2015 10:00:00 MSK", "2015-05-15T10:00:00+03:00")]
    [InlineData("1. června 2015", "2015-06-01")]
    [InlineData("1. července 2015", "2015-07-01")]
    [InlineData("1072986501", "2004-01-01T19:48:21Z")]
    public void A_date_is_as_precise_as_it_was_written(string text, string expected) => Assert.Equal(expected, FeedDate.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Thu, 32 Jan 2004 19:48:21 GMT")]
    [InlineData("2003-13-31")]
    [InlineData("2003-366")]
    [InlineData("99999999999999999999")]
    [InlineData("12:00")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(FeedDate.Parse(text));
}
