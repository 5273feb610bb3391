using System.Net;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Access;

/// <summary>
/// Where a browser sends a request from. A page of another site can make a reader's browser post here; that the browser says so is
/// what tells such a request from the reader's own (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/; the Origin header, RFC 6454).
/// </summary>
internal static class RequestOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether the browser says that the request comes from a page of this very origin.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        // Sent over https and to this machine only; where it is, nothing else is needed.
        if (request.Headers[FetchSite].ToString() is { Length: > 0 } site) return site == "same-origin";
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && IsHost(origin, request);
    }

    /// <summary>Whether the browser says that the request comes from a page of another origin. What is no browser says nothing.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (request.Headers[FetchSite].ToString() is { Length: > 0 } site) return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsHost(origin, request);
    }

    /// <summary>
    /// Whether the request names this machine, or an address: a name of a stranger's that leads to this machine (DNS rebinding) would
    /// make the stranger's page one of this origin.
    /// </summary>
    public static bool NamesThisMachine(HttpRequest request)
    {
        var host = request.Host.Host.Trim('[', ']');
        return host.Length == 0 || IPAddress.TryParse(host, out _)
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    // Without the scheme: behind a proxy that ends TLS the request comes as http.
    private static bool IsHost(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Authority.Equals(HostString.FromUriComponent(request.Host.ToUriComponent()).ToUriComponent(), StringComparison.OrdinalIgnoreCase);
}
