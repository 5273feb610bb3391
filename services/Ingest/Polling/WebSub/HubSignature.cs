using System.Security.Cryptography;
using System.Text;

namespace Ingestion.Ingest.Polling.WebSub;

/// <summary>The signature of what a hub pushes: <c>X-Hub-Signature: method=hex</c>, over the body (W3C WebSub, 8).</summary>
internal static class HubSignature
{
    /// <summary>Whether the body was signed with the secret.</summary>
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, string secret)
    {
        if (header?.Split('=', 2) is not [var method, var signature]) return false;
        var key = Encoding.UTF8.GetBytes(secret);
        byte[]? expected = method.Trim().ToLowerInvariant() switch
        {
#pragma warning disable CA5350 // The recommendation has it, and hubs use it: the hub chooses.
            "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => null,
        };
        return expected is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), Encoding.ASCII.GetBytes(signature.Trim().ToLowerInvariant()));
    }
}
