using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Hosting.Access;

/// <summary>
/// Who may write: a bearer token from the configuration (RFC 6750), or anyone on this machine. A token that is not known is
/// refused from anywhere.
/// </summary>
internal sealed class WriteAccess(IOptions<AccessOptions> options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private readonly byte[][] _tokens = [.. options.Value.Tokens.Where(token => token.Length > 0).Select(Hash)];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0)
        {
            return IsFromThisMachine(http)
                ? await next(context)
                : Refuse(http, "Every write from another machine needs a bearer token: Authorization: Bearer <one of Ingest:Tokens>.");
        }
        if (authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && IsKnown(authorization[Scheme.Length..].Trim())) return await next(context);
        return Refuse(http, "The bearer token is not one of Ingest:Tokens.");
    }

    private bool IsKnown(string token)
    {
        var hash = Hash(token);
        var known = false;
        foreach (var candidate in _tokens) known |= CryptographicOperations.FixedTimeEquals(hash, candidate);
        return known;
    }

    /// <summary>A proxy on this machine speaks for others, so what it forwards does not count as from here.</summary>
    private static bool IsFromThisMachine(HttpContext http) =>
        (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded");

    private static IResult Refuse(HttpContext http, string detail)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Results.Problem(title: "Not allowed to write", detail: detail, statusCode: StatusCodes.Status401Unauthorized);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
