using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ingestion.Bench.Throughput.Relay;

/// <summary>
/// Quorum queues by RabbitMQ.Client alone: persistent messages, publisher confirms in a window, acknowledged one by one after
/// they were handled. Each stage has a connection of its own, as it would in a process of its own; so has the sender.
/// </summary>
internal sealed class RabbitQueues : IRelayQueues
{
    private const ushort Prefetch = 64;
    private const int ConfirmWindow = 128;
    private static readonly BasicProperties Persistent = new() { Persistent = true, ContentType = "application/json" };

    private readonly string _prefix = $"bench-relay-{Guid.NewGuid():N}";
    private readonly List<IConnection> _connections = [];
    private readonly List<IChannel> _consumers = [];
    private readonly List<IChannel> _publishers = [];

    private RabbitQueues()
    {
    }

    /// <summary>The broker's version.</summary>
    public string ServerVersion =>
        _connections[0].ServerProperties?.TryGetValue("version", out var version) == true && version is byte[] text
            ? System.Text.Encoding.ASCII.GetString(text)
            : "unknown";

    /// <summary>Connects and declares the queues, which are deleted in the end.</summary>
    public static async Task<RabbitQueues> ConnectAsync(Uri bus, int hops, CancellationToken cancellationToken)
    {
        var queues = new RabbitQueues();
        try
        {
            var factory = new ConnectionFactory { Uri = bus };
            for (var hop = 0; hop < hops; hop++) await queues.AddHopAsync(factory, hop, cancellationToken);
            return queues;
        }
        catch
        {
            await queues.DisposeAsync();
            throw;
        }
    }

    public async Task SendAsync(int hop, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        await _publishers[hop].BasicPublishAsync("", Name(hop), mandatory: true, Persistent, body, cancellationToken);

    public async Task ConsumeAsync(int hop, Func<ReadOnlyMemory<byte>, Task> handle, CancellationToken cancellationToken)
    {
        var channel = _consumers[hop];
        await channel.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await handle(delivery.Body);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, delivery.CancellationToken);
        };
        await channel.BasicConsumeAsync(Name(hop), autoAck: false, consumer, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (hop, channel) in _consumers.Index()) await channel.QueueDeleteAsync(Name(hop));
        foreach (var connection in _connections) await connection.DisposeAsync();
    }

    // A hop's publisher shares the connection of the stage before it.
    private async Task AddHopAsync(ConnectionFactory factory, int hop, CancellationToken cancellationToken)
    {
        if (hop == 0) _connections.Add(await factory.CreateConnectionAsync(cancellationToken));
        _publishers.Add(await _connections[hop].CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, new ThrottlingRateLimiter(ConfirmWindow)),
            cancellationToken));
        _connections.Add(await factory.CreateConnectionAsync(cancellationToken));
        var consumer = await _connections[hop + 1].CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: Prefetch),
            cancellationToken);
        await consumer.QueueDeclareAsync(
            Name(hop), durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        _consumers.Add(consumer);
    }

    private string Name(int hop) => $"{_prefix}-{hop}";
}
