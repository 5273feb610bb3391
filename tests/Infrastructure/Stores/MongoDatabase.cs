using MongoDB.Driver;
using Xunit;

namespace Ingestion.Tests.Infrastructure.Stores;

/// <summary>A database of its own for one test class (<c>IClassFixture&lt;MongoDatabase&gt;</c>), dropped at its end.</summary>
public sealed class MongoDatabase(MongoServer server) : IAsyncLifetime
{
    private string? _connectionString;

    /// <summary>The database's name.</summary>
    public string Name { get; } = $"tests-{Guid.NewGuid():N}";

    /// <summary>The server's connection string. Where there is no server, the test that asks is skipped with the reason.</summary>
    public async Task<string> GetConnectionStringAsync() => _connectionString ??= await server.GetConnectionStringAsync();

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connectionString is not null)
        {
            using var client = new MongoClient(_connectionString);
            await client.DropDatabaseAsync(Name);
        }
    }
}
