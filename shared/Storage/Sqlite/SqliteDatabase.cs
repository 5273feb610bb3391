using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Ingestion.Storage.Sqlite;

/// <summary>The file: one writer, and readers that never wait for it (write-ahead log).</summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private const string FileName = "ingestion.db";

    private readonly string _path;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteSession> _idleReaders = [];
    private volatile bool _disposed;

    public SqliteDatabase(IOptions<StoreOptions> options)
    {
        _path = Path.GetFullPath(Path.Combine(options.Value.Directory, FileName));
        _writer = new SqliteWriter(_path);
    }

    /// <summary>Runs work in a write transaction; done when it is on disk. The first write makes file and tables.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        _writer.RunAsync(work, cancellationToken);

    /// <summary>Runs work that only reads, on the caller's thread: SQLite has no asynchronous reads.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        SqliteSession? reader = null;
        try
        {
            if (!_idleReaders.TryTake(out reader)) reader = SqliteSession.OpenReader(_path);
            var result = work(reader);
            Return(reader);
            return Task.FromResult(result);
        }
#pragma warning disable CA1031 // An asynchronous method tells its errors through its task.
        catch (Exception e)
#pragma warning restore CA1031
        {
            reader?.Dispose();
            return Task.FromException<T>(SqliteErrors.Translate(e, _path));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _writer.DisposeAsync();
        DisposeReaders();
    }

    private void Return(SqliteSession reader)
    {
        _idleReaders.Add(reader);
        if (_disposed) DisposeReaders();
    }

    private void DisposeReaders()
    {
        while (_idleReaders.TryTake(out var reader)) reader.Dispose();
    }
}
