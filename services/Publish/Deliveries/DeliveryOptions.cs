using System.ComponentModel.DataAnnotations;
using Ingestion.Contracts;

namespace Ingestion.Publish.Deliveries;

/// <summary>How deliveries are sent, section "Delivery".</summary>
internal sealed class DeliveryOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Delivery";

    /// <summary>Whether this process sends. One that only publishes and serves readers need not.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long an endpoint may take to answer.</summary>
    [DurationRange("00:00:00.100", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a subscription is nobody else's after the process that serves it has died. At least twice
    /// <see cref="Timeout"/> and two seconds, so that no request outlives its lease.
    /// </summary>
    [DurationRange("00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often due deliveries are looked for. What this process publishes is seen at once.</summary>
    [DurationRange("00:00:00.010", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Most subscriptions that this process serves at a time.</summary>
    [Range(1, 100_000)]
    public int Subscriptions { get; set; } = 1_000;

    /// <summary>An endpoint that did nothing but fail for this long is disabled.</summary>
    [DurationRange("00:01:00", "90.00:00:00")]
    public TimeSpan DisableAfter { get; set; } = TimeSpan.FromDays(5);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var least = (2 * Timeout) + TimeSpan.FromSeconds(2);
        if (Lease < least)
            yield return new ValidationResult(
                $"Delivery:Lease is {Lease}; with Delivery:Timeout {Timeout} it has to be {least} or more.", [nameof(Lease)]);
    }
}
