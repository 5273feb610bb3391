using Ingestion.Tests.Infrastructure;

namespace Ingestion.Broker.Tests.Infrastructure;

/// <summary>
/// The RabbitMQ broker of this test run: the one <c>RABBITMQ_URI</c> names, else a container, else none. Nothing starts before a
/// test asks for it.
/// </summary>
public sealed class BrokerServer : IAsyncLifetime
{
    private readonly Lazy<Task<IBroker>> _find;
    private ManagementApi? _management;

    /// <summary>Names the broker without starting it.</summary>
    public BrokerServer() => _find = new(FindAsync);

    /// <summary>Skips the calling test, with the reason, where there is no broker or it is not the tests' to restart.</summary>
    public async Task SkipUnlessRestartableAsync()
    {
        var broker = await GetAsync();
        Assert.SkipWhen(broker.CannotRestart is not null, broker.CannotRestart ?? "");
    }

    /// <summary>Shuts the broker down, keeping what it has stored.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await SkipUnlessRestartableAsync();
        await (await GetAsync()).StopAsync(cancellationToken);
    }

    /// <summary>Starts the broker at the same address and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await (await GetAsync()).StartAsync(cancellationToken);
        await (await GetManagementAsync()).WaitUntilReadyAsync(cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _management?.Dispose();
        if (_find.IsValueCreated && _find.Value.IsCompletedSuccessfully)
        {
            await (await _find.Value).DisposeAsync();
        }
    }

    /// <summary>The broker. Where there is none, the test that asks is skipped with the reason.</summary>
    internal async Task<IBroker> GetAsync()
    {
        try
        {
            return await _find.Value;
        }
        catch (NoDockerException exception)
        {
            Assert.Skip($"No broker: RABBITMQ_URI is not set, and Docker does not answer ({exception.Message}).");
            throw;
        }
    }

    internal async Task<ManagementApi> GetManagementAsync() => _management ??= new(await GetAsync());

    private async Task<IBroker> FindAsync()
    {
        IBroker broker = GivenBroker.Find() is { } given ? given : await ContainerBroker.RunAsync();
        using var management = new ManagementApi(broker);
        await management.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return broker;
    }
}
