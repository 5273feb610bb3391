using System.ComponentModel.DataAnnotations;
using System.Net;
using Ingestion.Contracts;

namespace Ingestion.Hosting.Outbound;

/// <summary>Requests to addresses that others name (feeds, pages, hubs, subscribers), section "Outbound".</summary>
public sealed class OutboundOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Outbound";

    /// <summary>
    /// Networks in CIDR notation that may be reached although they are not public: 127.0.0.0/8 and ::1/128 for this machine.
    /// None unless told otherwise.
    /// </summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Who asks, and where to learn more. Its first word is the name that a robots.txt can give rules for.</summary>
    [Required]
    public string UserAgent { get; set; } = "Ingestion/1.0 (article ingestion; robots.txt name: Ingestion)";

    /// <summary>The longest wait for a connection.</summary>
    [DurationRange("00:00:00.1", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from network in AllowedNetworks
        where !IPNetwork.TryParse(network, out _)
        select new ValidationResult(
            $"Outbound:AllowedNetworks has '{network}', which is no network in CIDR notation such as 127.0.0.0/8.", [nameof(AllowedNetworks)]);
}
