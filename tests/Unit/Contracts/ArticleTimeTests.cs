using System.Text.Json;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Contracts;

public sealed class ArticleTimeTests
{
    [Theory]
    [InlineData("2023-03-14", "2023-03-14")]
    [InlineData("2023-03-14T08:30:00", "2023-03-14T08:30:00")]
    [InlineData("2023-03-14 08:30", "2023-03-14T08:30:00")]
    [InlineData("2023-03-14T08:30:00+08:00", "2023-03-14T08:30:00+08:00")]
    [InlineData("2023-03-14T08:30:00.123-03:30", "2023-03-14T08:30:00-03:30")]
    [InlineData("2023-03-14T08:30:00Z", "2023-03-14T08:30:00Z")]
    public void It_is_as_precise_as_what_was_written(string written, string expected)
    {
        Assert.True(ArticleTime.TryParse(written, out var time));
        Assert.Equal(expected, time.ToString());
        Assert.Equal(time, JsonSerializer.Deserialize<ArticleTime>(JsonSerializer.Serialize(time)));
    }

    [Theory]
    [InlineData("2023-02-30")]
    [InlineData("14.03.2023")]
    [InlineData("2023-03-14T25:00:00")]
    [InlineData("2023-03-14T08:30:00+15:00")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_ISO_8601_is_not_guessed(string? written) => Assert.False(ArticleTime.TryParse(written, out _));

    [Fact]
    public void It_sorts_by_its_instant()
    {
        var shanghai = new ArticleTime(new DateOnly(2023, 3, 14), new TimeOnly(8, 0), TimeSpan.FromHours(8));
        Assert.Equal(new DateTimeOffset(2023, 3, 14, 0, 0, 0, TimeSpan.Zero), shanghai.ToInstant());
        Assert.Equal(DateTimeOffset.MinValue, new ArticleTime(DateOnly.MinValue, TimeOnly.MinValue, TimeSpan.FromHours(8)).ToInstant());
    }

    [Fact]
    public void An_error_in_JSON_says_what_to_write()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ArticleTime>("\"yesterday\""));
        Assert.Contains("'yesterday'", error.Message, StringComparison.Ordinal);
        Assert.Contains("ISO 8601", error.Message, StringComparison.Ordinal);
    }
}
