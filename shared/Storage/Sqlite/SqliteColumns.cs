using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>How values are written into columns and read back: times as Unix milliseconds, enums by name.</summary>
internal static class SqliteColumns
{
    public static long ToMilliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static object? ToMilliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static DateTimeOffset GetTime(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? GetTimeOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetTime(column);

    public static string? GetStringOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static T GetEnum<T>(this SqliteDataReader row, int column) where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
}
