using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ingestion.Hosting.Access;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Sources;

/// <summary>The tokens of sources: makes them, and tells whose one is. A token that was deleted ends to hold within seconds.</summary>
internal sealed class SourceTokens(ISourceTokenStore store, SourceCache sources, TimeProvider clock)
{
    private const string Prefix = "src_";
    private const int MostKnown = 1_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>How precisely the last use is known: not every push is a write more.</summary>
    private static readonly TimeSpan UsePrecision = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _known = [];

    /// <summary>Makes a token for a source; the token itself is told once, here.</summary>
    public async Task<(SourceToken Record, string Token)> CreateAsync(string sourceId, string? name, CancellationToken cancellationToken)
    {
        var token = BearerToken.Create(Prefix);
        var record = new SourceToken
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            SourceId = sourceId,
            Name = name,
            Hash = BearerToken.Hash(token),
            CreatedAt = clock.GetUtcNow().ToWholeMilliseconds(),
        };
        await store.AddAsync(record, cancellationToken);
        return (record, token);
    }

    /// <summary>The source that a token is of; null if it is of none that has a record.</summary>
    /// <exception cref="StoreUnavailableException">The store is down.</exception>
    public async Task<string?> FindSourceAsync(string token, CancellationToken cancellationToken)
    {
        // Found by its hash: how long that takes tells nothing about the token.
        var hash = BearerToken.Hash(token);
        if (!_known.TryGetValue(hash, out var entry) || clock.GetElapsedTime(entry.ReadAt) >= Fresh)
        {
            var readAt = clock.GetTimestamp();
            if (await store.FindByHashAsync(hash, cancellationToken) is not { } found)
            {
                _known.TryRemove(hash, out _);
                return null;
            }
            if (_known.Count >= MostKnown) _known.Clear();
            entry = _known[hash] = new Entry(found, readAt);
        }
        if (await sources.FindAsync(entry.Token.SourceId, fresh: false, cancellationToken) is null) return null;
        await TouchAsync(entry, hash, cancellationToken);
        return entry.Token.SourceId;
    }

    private async Task TouchAsync(Entry entry, string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        if (now - entry.Token.LastUsedAt < UsePrecision) return;
        _known[hash] = entry with { Token = entry.Token with { LastUsedAt = now } };
        await store.TouchAsync(entry.Token.Id, now, cancellationToken);
    }

    private sealed record Entry(SourceToken Token, long ReadAt);
}
