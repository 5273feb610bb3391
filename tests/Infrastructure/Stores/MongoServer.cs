using Testcontainers.MongoDb;
using Xunit;

namespace Ingestion.Tests.Infrastructure.Stores;

/// <summary>
/// The MongoDB server that tests use: the one <c>MONGODB_URI</c> names, else a container, else none. Register it once per test
/// assembly with <c>[assembly: AssemblyFixture(typeof(MongoServer))]</c>; nothing starts before a test asks for it.
/// </summary>
public sealed class MongoServer : IAsyncLifetime
{
    private const string Image = "mongo:8";

    private readonly Lazy<Task<string>> _start;
    private MongoDbContainer? _container;

    /// <summary>Names the server without starting it.</summary>
    public MongoServer() => _start = new(StartAsync);

    /// <summary>The server's connection string. Where there is no server, the test that asks is skipped with the reason.</summary>
    public async Task<string> GetConnectionStringAsync()
    {
        try
        {
            return await _start.Value;
        }
        catch (NoDockerException exception)
        {
            Assert.Skip($"No MongoDB: MONGODB_URI is not set, and Docker does not answer ({exception.Message}).");
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }

    private async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("MONGODB_URI") is { Length: > 0 } given)
        {
            return given;
        }

        _container = NoDockerException.Unless(() => new MongoDbBuilder(Image)
            .WithReplicaSet()
            .WithUsername("")
            .WithPassword("")
            .Build());
        await _container.StartAsync();
        return _container.GetConnectionString();
    }
}
