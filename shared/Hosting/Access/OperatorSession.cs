using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingestion.Hosting.Access;

/// <summary>
/// Remembers in a browser's cookie that one of the operator's tokens was entered. The cookie says until when it holds, signed with
/// a key made from that token: every process with the same tokens takes it, none keeps anything, and a token that is taken out of the
/// settings ends its sessions.
/// </summary>
public sealed class OperatorSession
{
    /// <summary>How long it holds.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>The cookie's name.</summary>
    internal const string CookieName = "ingestion-operator";

    private readonly byte[][] _keys;
    private readonly TimeProvider _clock;

    internal OperatorSession(IOptions<AccessOptions> options, TimeProvider clock)
    {
        _keys = [.. options.Value.Tokens.Where(token => token.Length > 0).Select(KeyOf)];
        _clock = clock;
    }

    /// <summary>Whether there is a token with which one could sign in.</summary>
    internal bool CanSignIn => _keys.Length > 0;

    /// <summary>Whether the request carries a session that still holds.</summary>
    public bool IsSignedIn(HttpRequest request)
    {
        if (request.Cookies[CookieName] is not { } cookie || cookie.Split('.') is not [var ends, var signature]) return false;
        if (!long.TryParse(ends, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (seconds <= _clock.GetUtcNow().ToUnixTimeSeconds()) return false;
        var given = Encoding.ASCII.GetBytes(signature);
        var known = false;
        foreach (var key in _keys) known |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Sign(key, ends)));
        return known;
    }

    /// <summary>Begins a session with one of the operator's tokens.</summary>
    internal void Begin(HttpContext http, string token)
    {
        var ends = _clock.GetUtcNow() + Lifetime;
        var seconds = ends.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(CookieName, $"{seconds}.{Sign(KeyOf(token), seconds)}", Options(http, ends));
    }

    /// <summary>Ends it.</summary>
    internal static void End(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options(http, null));

    private static CookieOptions Options(HttpContext http, DateTimeOffset? ends) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        Expires = ends,
        IsEssential = true,
    };

    private static byte[] KeyOf(string token) => HMACSHA256.HashData("operator session"u8, Encoding.UTF8.GetBytes(token));

    private static string Sign(byte[] key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
}
