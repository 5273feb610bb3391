using System.Security.Cryptography;
using System.Text;
using Ingestion.Publish.Deliveries.Signing;
using Ingestion.Storage.Subscriptions;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Deliveries;

public sealed class WebhookSignatureTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

    /// <summary>The example that the specification's own libraries test with.</summary>
    [Fact]
    public void The_specifications_example_is_signed_as_there()
    {
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", At, null);

        var signature = WebhookSignature.Sign([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", At, """{"test": 2432232314}"""u8);

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Old_secrets_sign_too_until_they_expire()
    {
        var (newest, old, expired) = (WebhookSecret.Create(false), WebhookSecret.Create(false), WebhookSecret.Create(false));

        var signature = WebhookSignature.Sign(
            [new(newest, At, null), new(old, At, At.AddHours(1)), new(expired, At, At)], "id", At, "body"u8);

        Assert.Equal([Expected(newest), Expected(old)], signature.Split(' '));
    }

    [Fact]
    public void An_asymmetric_signature_is_checked_with_the_public_key_alone()
    {
        var secret = WebhookSecret.Create(asymmetric: true);
        var publicKey = Convert.FromBase64String(WebhookSecret.PublicKey(secret)["whpk_".Length..]);

        var signature = WebhookSignature.Sign([new(secret, At, null)], "id", At, "body"u8);

        Assert.StartsWith("v1a,", signature, StringComparison.Ordinal);
        Assert.True(Verifies(publicKey, "id.1614265330.body", signature));
        Assert.False(Verifies(publicKey, "id.1614265330.another", signature));
    }

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("whsec_not base64", false)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    public void A_secret_of_ones_own_has_to_be_long_enough(string secret, bool isWellFormed) =>
        Assert.Equal(isWellFormed, WebhookSecret.IsWellFormed(secret));

    [Fact]
    public void A_hubs_signature_is_an_hmac_of_the_body() =>
        Assert.Equal(
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8.ToArray(), "body"u8.ToArray())), HubSignature.Sign("secret", "body"u8));

    private static string Expected(string secret) => "v1," + Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes("id.1614265330.body")));

    private static bool Verifies(byte[] publicKey, string content, string signature)
    {
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(publicKey));
        var bytes = Encoding.UTF8.GetBytes(content);
        verifier.BlockUpdate(bytes, 0, bytes.Length);
        return verifier.VerifySignature(Convert.FromBase64String(signature["v1a,".Length..]));
    }
}
