using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Cursors of relays in SQLite.</summary>
internal sealed class SqliteRelayStore(SqliteDatabase database) : IRelayStore
{
    private const string Claim = """
        INSERT INTO relays (name, owner, lease_until, sequence) VALUES ($name, $owner, $until, 0)
        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, lease_until = excluded.lease_until
        WHERE owner = excluded.owner OR lease_until <= $now
        """;

    private const string ReadSequence = "SELECT sequence FROM relays WHERE name = $name";

    private const string Move = "UPDATE relays SET sequence = $sequence WHERE name = $name AND owner = $owner";

    private const string Release = "UPDATE relays SET lease_until = 0 WHERE name = $name AND owner = $owner";

    /// <inheritdoc/>
    public Task<long?> ClaimAsync(string relay, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync<long?>(session =>
        {
            var claimed = session.Execute(
                Claim, ("$name", relay), ("$owner", owner), ("$until", ToMilliseconds(until)), ("$now", ToMilliseconds(now)));
            return claimed > 0 ? session.QueryNumber(ReadSequence, ("$name", relay)) : null;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> MoveAsync(string relay, string owner, long sequence, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Move, ("$sequence", sequence), ("$name", relay), ("$owner", owner)) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string relay, string owner, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Release, ("$name", relay), ("$owner", owner)), cancellationToken);
}
