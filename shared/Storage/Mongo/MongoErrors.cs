using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Tells an unreachable server from a mistake of ours.</summary>
internal static class MongoErrors
{
    /// <summary>Runs a call; what says that the server cannot be used now comes out as <see cref="StoreUnavailableException"/>.</summary>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            throw Unavailable(e);
        }
    }

    public static StoreUnavailableException Unavailable(Exception error) =>
        new($"MongoDB cannot be used now: {error.Message}", error);

    public static bool IsUnavailable(Exception error) => error switch
    {
        MongoConnectionException or TimeoutException => true,
        MongoNotPrimaryException or MongoNodeIsRecoveringException => true,
        MongoExecutionTimeoutException or MongoWaitQueueFullException or MongoConnectionPoolPausedException => true,
        // The write may be there, but not on enough members to be kept: the caller must not count on it.
        MongoWriteConcernException => true,
        MongoWriteException { WriteConcernError: not null, WriteError: null } => true,
        MongoCommandException command => UnavailableCodes.Contains(command.Code),
        _ => false,
    };

    /// <summary>Whether a key was taken already.</summary>
    public static bool IsDuplicateKey(MongoException error) => error switch
    {
        MongoWriteException write => write.WriteError?.Category == ServerErrorCategory.DuplicateKey,
        MongoBulkWriteException bulk => bulk.WriteErrors.Any(e => e.Category == ServerErrorCategory.DuplicateKey),
        MongoCommandException command => command.Code == 11000,
        _ => false,
    };

    // HostUnreachable, HostNotFound, NetworkTimeout, ShutdownInProgress, WriteConcernFailed, PrimarySteppedDown,
    // ExceededTimeLimit, SocketException, NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange,
    // NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, OutOfDiskSpace:
    // https://www.mongodb.com/docs/manual/reference/error-codes/
    private static readonly HashSet<int> UnavailableCodes =
        [6, 7, 89, 91, 64, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031];
}
