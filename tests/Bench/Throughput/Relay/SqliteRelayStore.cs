using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Ingestion.Bench.Throughput.Relay;

/// <summary>
/// One insert per document into a file with write-ahead log and synchronous=FULL.
/// Those that wait share a commit, as in the product.
/// </summary>
internal sealed class SqliteRelayStore : IRelayStore
{
    private const int LargestGroup = 128;

    private readonly Channel<(byte[] Content, TaskCompletionSource Done)> _waiting =
        Channel.CreateUnbounded<(byte[], TaskCompletionSource)>();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _content;
    private readonly Task _writer;

    public SqliteRelayStore(DirectoryInfo directory)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory.FullName, "relay.db"), Pooling = false };
        _connection = new SqliteConnection(file.ConnectionString);
        _connection.Open();
        using (var prepare = _connection.CreateCommand())
        {
            prepare.CommandText =
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                + "CREATE TABLE documents (id INTEGER PRIMARY KEY, content BLOB NOT NULL)";
            prepare.ExecuteNonQuery();
        }
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO documents (content) VALUES ($content)";
        _content = _insert.Parameters.Add("$content", SqliteType.Blob);
        _writer = Task.Run(WriteGroupsAsync);
    }

    /// <summary>SQLite's version.</summary>
    public string ServerVersion => _connection.ServerVersion;

    public async Task WriteAsync(byte[] content, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((content, done), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _writer;
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task WriteGroupsAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var group = new List<TaskCompletionSource>();
            try
            {
                WriteGroup(group);
                foreach (var done in group) done.SetResult();
            }
            catch (SqliteException failure)
            {
                foreach (var done in group) done.SetException(failure);
            }
        }
    }

    private void WriteGroup(List<TaskCompletionSource> group)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var next))
        {
            group.Add(next.Done);
            _content.Value = next.Content;
            _insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}
