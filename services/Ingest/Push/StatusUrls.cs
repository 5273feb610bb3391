using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Push;

/// <summary>Where the state of an article can be read.</summary>
internal sealed class StatusUrls(IOptions<IngestOptions> options)
{
    /// <summary>Absolute URL of an article at the read API: the configured one, else this service's own.</summary>
    public string For(HttpRequest request, string articleId)
    {
        var readApi = options.Value.ReadApi?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
        return $"{readApi}/v1/articles/{articleId}";
    }
}
