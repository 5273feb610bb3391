using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ingestion.Hosting.Pipeline;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Access;

/// <summary>The tokens of subscribers: makes them, and tells whose one is.</summary>
internal sealed class SubscriberTokens(ISubscriberStore subscribers, TimeProvider clock)
{
    private const string Prefix = "sbr_";
    private const int RandomBytes = 32;

    /// <summary>Makes a token; the token itself is told once, here.</summary>
    public (SubscriberToken Record, string Token) Create(string? name)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return (new SubscriberToken(id, name, Hash(token), clock.GetUtcNow().ToWholeMilliseconds()), token);
    }

    /// <summary>The subscriber whose token it is, or null. Found by its hash: how long that takes tells nothing about the token.</summary>
    public Task<Subscriber?> FindAsync(string token, CancellationToken cancellationToken) =>
        subscribers.FindByTokenAsync(Hash(token), cancellationToken);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
