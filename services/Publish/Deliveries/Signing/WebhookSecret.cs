using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;

namespace Ingestion.Publish.Deliveries.Signing;

/// <summary>
/// The secrets of Standard Webhooks (https://www.standardwebhooks.com): "whsec_" and the base64 of 24 to 64 bytes for an HMAC,
/// "whsk_" and the base64 of an Ed25519 seed for a signature that anyone can check who has its "whpk_".
/// </summary>
internal static class WebhookSecret
{
    /// <summary>What a symmetric secret begins with.</summary>
    public const string SymmetricPrefix = "whsec_";

    /// <summary>What an asymmetric secret begins with.</summary>
    public const string AsymmetricPrefix = "whsk_";

    /// <summary>What the public half of an asymmetric secret begins with.</summary>
    public const string PublicPrefix = "whpk_";

    private const int SymmetricBytes = 32;
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    /// <summary>A new secret.</summary>
    public static string Create(bool asymmetric) => asymmetric
        ? AsymmetricPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize))
        : SymmetricPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SymmetricBytes));

    /// <summary>Whether a secret signs asymmetrically.</summary>
    public static bool IsAsymmetric(string secret) => secret.StartsWith(AsymmetricPrefix, StringComparison.Ordinal);

    /// <summary>Whether this can be a symmetric secret that somebody brought along.</summary>
    public static bool IsWellFormed(string secret)
    {
        if (!secret.StartsWith(SymmetricPrefix, StringComparison.Ordinal)) return false;
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[SymmetricPrefix.Length..], bytes, out var length) && length is >= LeastBytes and <= MostBytes;
    }

    /// <summary>The key of a secret.</summary>
    public static byte[] Key(string secret) => Convert.FromBase64String(secret[(secret.IndexOf('_') + 1)..]);

    /// <summary>The public half of an asymmetric secret.</summary>
    public static string PublicKey(string secret) =>
        PublicPrefix + Convert.ToBase64String(new Ed25519PrivateKeyParameters(Key(secret)).GeneratePublicKey().GetEncoded());
}
