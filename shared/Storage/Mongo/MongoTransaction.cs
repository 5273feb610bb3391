using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Runs work in a transaction and repeats it while it meets other transactions.</summary>
internal static class MongoTransaction
{
    private const int MostTries = 200;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private static readonly TransactionOptions Options =
        new(ReadConcern.Snapshot, ReadPreference.Primary, MongoDatabase.Durable);

    /// <summary>
    /// Runs <paramref name="work"/>, which must read whatever it decides on inside the transaction, and commits. A commit whose
    /// answer was lost is repeated as a whole: the work has to find what it wrote.
    /// </summary>
    public static async Task<T> RunAsync<T>(
        IMongoClient client, Func<IClientSessionHandle, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            using var session = await client.StartSessionAsync(cancellationToken: cancellationToken);
            session.StartTransaction(Options);
            try
            {
                var result = await work(session);
                await session.CommitTransactionAsync(cancellationToken);
                return result;
            }
            catch (MongoException e) when (IsPassing(e) && tries < MostTries)
            {
                // Disposing the session aborts the transaction.
            }
            await Task.Delay(Pause(tries), cancellationToken);
        }
    }

    private static bool IsPassing(MongoException error) =>
        error.HasErrorLabel("TransientTransactionError") || error.HasErrorLabel("UnknownTransactionCommitResult");

    // Full jitter: those that met once should not meet again.
    private static TimeSpan Pause(int tries)
    {
        var longest = Math.Min(LongestPause.TotalMilliseconds, Math.Pow(2, Math.Min(tries, 10)));
#pragma warning disable CA5394 // Jitter, no secret.
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * longest);
#pragma warning restore CA5394
    }
}
