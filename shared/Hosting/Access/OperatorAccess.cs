using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingestion.Hosting.Access;

/// <summary>Tells who may write anything: whoever has one of the operator's tokens, and, where it is open, anyone on this machine.</summary>
public sealed class OperatorAccess
{
    private readonly byte[][] _tokens;
    private readonly bool _openOnLoopback;

    internal OperatorAccess(IOptions<AccessOptions> options)
    {
        _tokens = [.. options.Value.Tokens.Where(token => token.Length > 0).Select(Hash)];
        _openOnLoopback = options.Value.OpenOnLoopback;
    }

    /// <summary>Whether the token is one of the operator's.</summary>
    public bool IsOperator(string token)
    {
        var hash = Hash(token);
        var known = false;
        foreach (var candidate in _tokens) known |= CryptographicOperations.FixedTimeEquals(hash, candidate);
        return known;
    }

    /// <summary>
    /// Whether the request may write without a token. A proxy on this machine speaks for others, so what it forwards does not count as
    /// from here; nor does what a page of another site makes a browser on this machine send.
    /// </summary>
    public bool IsOpenTo(HttpContext http) =>
        _openOnLoopback
        && (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded")
        && RequestOrigin.NamesThisMachine(http.Request)
        && !RequestOrigin.IsForeign(http.Request);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
