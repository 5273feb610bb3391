using Ingestion.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Processes;
using Testcontainers.RabbitMq;

namespace Ingestion.Broker.Tests.Infrastructure;

/// <summary>A broker in a container of its own, on ports that stay the same over a restart.</summary>
internal sealed class ContainerBroker : IBroker
{
    private const string Image = "rabbitmq:4-management";
    private const int ManagementPort = 15672;

    private readonly RabbitMqContainer _container;

    private ContainerBroker(RabbitMqContainer container) => _container = container;

    public Uri Amqp => new(_container.GetConnectionString());

    public Uri Management => new UriBuilder("http", _container.Hostname, _container.GetMappedPublicPort(ManagementPort)).Uri;

    public string? CannotRestart => null;

    /// <summary>Starts a container.</summary>
    /// <exception cref="NoDockerException">Docker does not answer.</exception>
    public static async Task<ContainerBroker> RunAsync()
    {
        var container = NoDockerException.Unless(() => new RabbitMqBuilder(Image)
            .WithPortBinding(FreePort.Next(), RabbitMqBuilder.RabbitMqPort)
            .WithPortBinding(FreePort.Next(), ManagementPort)
            .Build());
        try
        {
            await container.StartAsync();
            return new(container);
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _container.StopAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => _container.StartAsync(cancellationToken);

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
