namespace Ingestion.Broker.Tests.Infrastructure;

/// <summary>A RabbitMQ broker that tests may use.</summary>
internal interface IBroker : IAsyncDisposable
{
    /// <summary>Its address with credentials and without a virtual host.</summary>
    Uri Amqp { get; }

    /// <summary>The address of its management API, for the same credentials.</summary>
    Uri Management { get; }

    /// <summary>Why it cannot be stopped and started; null if it can.</summary>
    string? CannotRestart { get; }

    /// <summary>Shuts it down, keeping what it has stored.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Starts it again at the same addresses.</summary>
    Task StartAsync(CancellationToken cancellationToken);
}
