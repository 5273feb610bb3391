using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>Tells an unreachable file from a mistake of ours.</summary>
internal static class SqliteErrors
{
    /// <summary>The error as the ports promise it: unavailable where the file or the disk is to blame, else as it is.</summary>
    public static Exception Translate(Exception error, string path) => error switch
    {
        SqliteException e when IsUnavailable(e) =>
            new StoreUnavailableException($"The store's file {path} cannot be used: {Reason(e)}", e),
        IOException or UnauthorizedAccessException =>
            new StoreUnavailableException($"The store's folder cannot be used: {error.Message}", error),
        _ => error,
    };

    /// <summary>Whether the error is about the file as a whole, not about one statement.</summary>
    public static bool IsUnavailable(SqliteException error) => error.SqliteErrorCode is
        3 or 5 or 6 or 8 or 10 or 11 or 13 or 14 or 15 or 23 or 26;

    // Primary result codes: https://sqlite.org/rescode.html
    private static string Reason(SqliteException error) => error.SqliteErrorCode switch
    {
        3 or 23 => "access is denied. Check its owner and permissions.",
        5 or 6 => "another process holds its lock. If this lasts, end that process.",
        8 => "it is read-only. Check its permissions and the mount.",
        10 => $"reading or writing failed ({error.Message}). Check the disk.",
        11 or 26 => "it is damaged or no SQLite file. Restore it from a backup.",
        13 => "the disk is full. Make room.",
        14 => "it cannot be opened. Check that its folder exists and may be written.",
        _ => error.Message,
    };
}
