using System.ComponentModel.DataAnnotations;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Contracts;

public sealed class DurationRangeTests
{
    [Theory]
    [InlineData("00:00:01")]
    [InlineData("12:00:00")]
    [InlineData("1.00:00:00")]
    public void What_is_within_is_right(string wait) => Assert.Empty(Validate(wait));

    [Theory]
    [InlineData("00:00:00.999")]
    [InlineData("1.00:00:00.001")]
    [InlineData("-00:00:05")]
    public void What_is_not_is_refused_with_its_value_and_the_limits(string wait)
    {
        var error = Assert.Single(Validate(wait));

        Assert.Equal(["Wait"], error.MemberNames);
        Assert.Equal($"Wait is {TimeSpan.Parse(wait, null)}: it must be from 00:00:01 to 1.00:00:00.", error.ErrorMessage);
    }

    private static List<ValidationResult> Validate(string wait)
    {
        var errors = new List<ValidationResult>();
        var options = new Options { Wait = TimeSpan.Parse(wait, null) };
        Validator.TryValidateObject(options, new ValidationContext(options), errors, validateAllProperties: true);
        return errors;
    }

    private sealed class Options
    {
        [DurationRange("00:00:01", "1.00:00:00")]
        public TimeSpan Wait { get; init; }
    }
}
