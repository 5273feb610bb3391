using System.ComponentModel.DataAnnotations;

namespace Ingestion.Publish.Reading;

/// <summary>What readers and feed readers see of the site, section "Site".</summary>
internal sealed class SiteOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Site";

    /// <summary>The site's name.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; set; } = "Articles";

    /// <summary>Where readers reach the service, an absolute http or https URL; as the request came in unless told otherwise.</summary>
    public string? PublicUrl { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is not null && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return new ValidationResult(
                $"Site:PublicUrl is '{PublicUrl}'; write an absolute http or https URL, such as https://news.example/.", [nameof(PublicUrl)]);
    }

    /// <summary>Where the service is reached by who sent a request; ends with a slash.</summary>
    public Uri RootFor(HttpRequest request) =>
        new(PublicUrl is { } url ? url.TrimEnd('/') + '/' : $"{request.Scheme}://{request.Host}{request.PathBase}/");
}
