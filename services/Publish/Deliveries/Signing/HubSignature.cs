using System.Security.Cryptography;
using System.Text;

namespace Ingestion.Publish.Deliveries.Signing;

/// <summary>The header X-Hub-Signature, with which a hub signs what it distributes (W3C WebSub, 7.1).</summary>
internal static class HubSignature
{
    /// <summary>Signs a body.</summary>
    public static string Sign(string secret, ReadOnlySpan<byte> body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
