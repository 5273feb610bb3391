using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Access;

/// <summary>The bearer token of a request (RFC 6750, section 2.1).</summary>
public static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>What a client is told to send.</summary>
    public const string Challenge = "Bearer";

    /// <summary>The token; null if there is no Authorization header, empty if it has another scheme.</summary>
    public static string? Read(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length == 0) return null;
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";
    }
}
