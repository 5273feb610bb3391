using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>An open connection with the statements it has prepared. For one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _statements = [];

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file to write, and makes it if it is not there.</summary>
    public static SqliteSession OpenWriter(string path)
    {
        var session = Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // Rows of 100 KB are usual: on pages of 16 KiB, with a checkpoint every 32 MB, they are stored half as fast again as
            // with the defaults. The page size counts for a new file only.
            session.Run("PRAGMA page_size = 16384");
            session.Run("PRAGMA journal_mode = WAL");
            session.Run("PRAGMA wal_autocheckpoint = 2000");
            session.Run("PRAGMA cache_size = -32000");
            // FULL: a commit is on disk before it is answered. NORMAL would lose the last commits when power fails.
            session.Run("PRAGMA synchronous = FULL");
            session.Run("PRAGMA journal_size_limit = 67108864");
            SqliteSchema.Migrate(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Opens a prepared file to read it.</summary>
    public static SqliteSession OpenReader(string path)
    {
        var session = Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            SqliteSchema.Require(session);
            session.Run("PRAGMA query_only = ON");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements that are used once: no parameters, no preparing.</summary>
    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this folder get here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a prepared statement; answers how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Bind(sql, parameters).ExecuteNonQuery();

    /// <summary>Reads all rows.</summary>
    public List<T> Query<T>(
        string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Reads the first row, or null if there is none.</summary>
    public T? QueryFirst<T>(
        string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters) where T : class
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>Reads the one number that a statement gives.</summary>
    public long QueryNumber(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        (long)Bind(sql, parameters).ExecuteScalar()!;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _connection.Dispose();
    }

    private static SqliteSession Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = (int)BusyTimeout.TotalSeconds,
            // Connections are kept with their prepared statements, which the driver's own pool forgets.
            Pooling = false,
        }.ToString());
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            session.Run($"PRAGMA busy_timeout = {(int)BusyTimeout.TotalMilliseconds}");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = _connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this folder get here; values are parameters.
            statement.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters) statement.Parameters.Add(new SqliteParameter(name, null));
            _statements.Add(sql, statement);
        }
        for (var i = 0; i < parameters.Length; i++) statement.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return statement;
    }
}
