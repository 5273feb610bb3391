using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Ingestion.Contracts;

/// <summary>
/// The shortest and the longest that a duration may be. The framework's RangeAttribute converts its limits when it is first asked, and
/// fails if two hosts of one process ask at the same time.
/// </summary>
/// <param name="shortest">The shortest, as in <c>00:00:01</c>.</param>
/// <param name="longest">The longest, as in <c>1.00:00:00</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationRangeAttribute(string shortest, string longest) : ValidationAttribute
{
    private readonly TimeSpan _shortest = TimeSpan.Parse(shortest, CultureInfo.InvariantCulture);
    private readonly TimeSpan _longest = TimeSpan.Parse(longest, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is null || (value is TimeSpan duration && duration >= _shortest && duration <= _longest)) return ValidationResult.Success;
        return new ValidationResult(
            $"{validationContext.MemberName} is {value}: it must be from {shortest} to {longest}.", [validationContext.MemberName!]);
    }
}
