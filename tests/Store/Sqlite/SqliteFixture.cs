using Ingestion.Storage;

namespace Ingestion.Store.Tests.Sqlite;

public sealed class SqliteFixture : StoreFixture
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ingestion-store-");
    private int _stores;

    public string StoreDirectory => Path.Combine(_root.FullName, $"{_stores}");

    public override IReadOnlyDictionary<string, string> Configuration => new Dictionary<string, string>
    {
        [nameof(StoreOptions.Provider)] = nameof(StoreProvider.Sqlite),
        [nameof(StoreOptions.Directory)] = StoreDirectory,
    };

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override Task ResetAsync()
    {
        _stores++;
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
