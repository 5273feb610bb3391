using System.ComponentModel.DataAnnotations;

namespace Ingestion.Storage;

/// <summary>Where things are kept, section "Store".</summary>
public sealed class StoreOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Store";

    /// <summary>Which store.</summary>
    public StoreProvider Provider { get; set; } = StoreProvider.Mongo;

    /// <summary>MongoDB's connection string. A replica set is needed: publishing is a transaction.</summary>
    [Required(AllowEmptyStrings = false)]
    public string ConnectionString { get; set; } = "mongodb://localhost:27017/?directConnection=true";

    /// <summary>MongoDB's database.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Database { get; set; } = "ingestion";

    /// <summary>The folder of SQLite's file.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Directory { get; set; } = "data";
}

/// <summary>The stores there are.</summary>
public enum StoreProvider
{
    /// <summary>MongoDB, when services run apart.</summary>
    Mongo,

    /// <summary>SQLite, one file, when all run in one process.</summary>
    Sqlite,
}
