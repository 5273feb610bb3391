using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingestion.Storage.Subscriptions;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Ingestion.Publish.Deliveries.Signing;

/// <summary>
/// The header webhook-signature of Standard Webhooks: over "id.timestamp.body", "v1," with an HMAC-SHA256 or "v1a," with Ed25519, one
/// for each secret that holds, with a space between.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>Signs a body.</summary>
    /// <param name="secrets">The secrets; those that have expired are left out.</param>
    /// <param name="id">The webhook's id.</param>
    /// <param name="timestamp">When this attempt is made.</param>
    /// <param name="body">What is sent.</param>
    public static string Sign(IReadOnlyList<SigningSecret> secrets, string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp.ToUnixTimeSeconds()}."));
        var content = new byte[head.Length + body.Length];
        head.CopyTo(content, 0);
        body.CopyTo(content.AsSpan(head.Length));
        return string.Join(' ', secrets.Where(secret => !(secret.ExpiresAt <= timestamp)).Select(secret => Sign(secret.Value, content)));
    }

    private static string Sign(string secret, byte[] content)
    {
        var key = WebhookSecret.Key(secret);
        if (!WebhookSecret.IsAsymmetric(secret)) return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, content));
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, new Ed25519PrivateKeyParameters(key));
        signer.BlockUpdate(content, 0, content.Length);
        return "v1a," + Convert.ToBase64String(signer.GenerateSignature());
    }
}
