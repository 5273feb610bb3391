using System.Net;

namespace Ingestion.Ingest.Fetching;

/// <summary>The redirects of one request.</summary>
internal sealed class RedirectChain(Uri start)
{
    private readonly List<Uri> _urls = [start];
    private bool _isPermanent = true;

    /// <summary>Where it stands.</summary>
    public Uri Last => _urls[^1];

    /// <summary>Where the first URL has moved for good, or null.</summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>Goes one further; answers what is wrong with it, or null.</summary>
    public string? TryFollow(HttpResponseMessage answer)
    {
        var next = new Uri(Last, answer.Headers.Location!);
        if (_urls.Contains(next)) return $"It redirects in a circle: {Path(next)}.";
        if (_urls.Count > Fetcher.MaxRedirects) return $"It redirects more than {Fetcher.MaxRedirects} times: {Path(next)}.";
        _urls.Add(next);
        _isPermanent &= answer.StatusCode is HttpStatusCode.Moved or HttpStatusCode.PermanentRedirect;
        if (_isPermanent) MovedTo = next;
        return null;
    }

    private string Path(Uri next) => string.Join(" -> ", _urls.Append(next));
}
