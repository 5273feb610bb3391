using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>
/// The only writer of this process: one connection, one group of operations per transaction, a savepoint per operation. One fsync
/// serves all that wait. An operation's task completes after the commit.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly string _path;
    private readonly GroupWriter<WriteOperation> _groups;
    private SqliteSession? _session;

    public SqliteWriter(string path)
    {
        _path = path;
        _groups = new GroupWriter<WriteOperation>(LargestGroup, WriteAsync);
    }

    /// <summary>Runs an operation in a transaction; the answer comes once it is on disk.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var operation = new WriteOperation(session => work(session));
        await _groups.AddAsync(operation, cancellationToken);
        return await operation.WaitAsync<T>(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _groups.DisposeAsync();
        _session?.Dispose();
    }

    private Task WriteAsync(IReadOnlyList<WriteOperation> group)
    {
        try
        {
            _session ??= Open();
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var operation in group) operation.Run(_session);
            _session.Execute("COMMIT");
        }
#pragma warning disable CA1031 // Nothing of the group was committed, so every caller gets the error.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // A new connection next time: it forgets the transaction, and whatever state the error left behind.
            _session?.Dispose();
            _session = null;
            var error = SqliteErrors.Translate(e, _path);
            foreach (var operation in group) operation.Fail(error);
            return Task.CompletedTask;
        }
        foreach (var operation in group) operation.Answer();
        return Task.CompletedTask;
    }

    private SqliteSession Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        return SqliteSession.OpenWriter(_path);
    }

    private sealed class WriteOperation(Func<SqliteSession, object?> work) : GroupItem
    {
        private object? _result;
        private Exception? _error;

        /// <summary>Does the work. What fails is undone and told to its own caller, unless the whole file is to blame.</summary>
        public void Run(SqliteSession session)
        {
            session.Execute("SAVEPOINT operation");
            try
            {
                _result = work(session);
            }
#pragma warning disable CA1031 // Kept for the caller; the others of the group go on.
            catch (Exception e) when (e is not SqliteException error || !SqliteErrors.IsUnavailable(error))
#pragma warning restore CA1031
            {
                _error = e;
                session.Execute("ROLLBACK TO operation");
            }
            session.Execute("RELEASE operation");
        }

        /// <summary>Tells the caller, after the commit.</summary>
        public void Answer()
        {
            if (_error is null) Complete(_result);
            else Fail(_error);
        }
    }
}
