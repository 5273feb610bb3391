namespace Ingestion.Broker.Tests.Infrastructure;

/// <summary>
/// A virtual host of its own for one test class (<c>IClassFixture&lt;VirtualHost&gt;</c>), deleted at its end with all queues and
/// exchanges in it.
/// </summary>
public sealed class VirtualHost(BrokerServer server) : IAsyncLifetime
{
    private Uri? _uri;

    /// <summary>The virtual host's name.</summary>
    public string Name { get; } = $"tests-{Guid.NewGuid():N}";

    /// <summary>The broker that it is on, for tests that restart it.</summary>
    public BrokerServer Server { get; } = server;

    /// <summary>Its address with credentials. Where there is no broker, the test that asks is skipped with the reason.</summary>
    public async Task<Uri> GetUriAsync()
    {
        if (_uri is null)
        {
            var broker = await Server.GetAsync();
            await (await Server.GetManagementAsync()).CreateVirtualHostAsync(Name, TestContext.Current.CancellationToken);
            _uri = new UriBuilder(broker.Amqp) { Path = Name }.Uri;
        }

        return _uri;
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_uri is not null)
        {
            await (await Server.GetManagementAsync()).DeleteVirtualHostAsync(Name, CancellationToken.None);
        }
    }
}
