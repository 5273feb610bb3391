using System.Net.Sockets;
using Ingestion.Hosting.Bus;
using Ingestion.Publish.Deliveries.Bodies;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ingestion.Publish.Exchange;

/// <summary>The topic exchange for consumers that are no part of the pipeline: CloudEvents, persistent, confirmed by the broker.</summary>
internal sealed class ArticleExchange(IOptions<BusOptions> options) : IArticleExchange, IAsyncDisposable
{
    /// <summary>Its name.</summary>
    public const string Name = "articles";

    private IConnection? _connection;
    private IChannel? _channel;

    /// <inheritdoc />
    public async Task PublishAsync(IReadOnlyList<ChangeEvent> changes, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await OpenAsync(cancellationToken);
            var confirmed = new List<Task>(changes.Count);
            foreach (var change in changes)
            {
                var body = CloudEventBody.Structured(change);
                var properties = new BasicProperties
                {
                    ContentType = "application/cloudevents+json",
                    DeliveryMode = DeliveryModes.Persistent,
                    MessageId = $"{change.Published.Sequence}",
                    Type = change.Type,
                    Timestamp = new AmqpTimestamp(change.Published.PublishedAt.ToUnixTimeSeconds()),
                };
                var key = RoutingKey.Of(change.Kind, change.Published.Source, change.Published.Language);
                // Sent in this order on one channel, which keeps it; what nobody has bound a queue for is nobody's.
                confirmed.Add(channel.BasicPublishAsync(Name, key, mandatory: false, properties, body.Bytes, cancellationToken).AsTask());
            }
            await Task.WhenAll(confirmed);
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => CloseAsync();

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true }) return _channel;
        await CloseAsync();
        var factory = new ConnectionFactory
        {
            Uri = options.Value.Host,
            ClientProvidedName = $"articles exchange on {Environment.MachineName}",
            // A lost connection is an error here, and a new one is made with the next batch.
            AutomaticRecoveryEnabled = false,
        };
        _connection = await factory.CreateConnectionAsync(cancellationToken);
        _channel = await _connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        await _channel.ExchangeDeclareAsync(Name, ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: cancellationToken);
        return _channel;
    }

    private async ValueTask CloseAsync()
    {
        var (channel, connection) = (_channel, _connection);
        (_channel, _connection) = (null, null);
        try
        {
            if (channel is not null) await channel.DisposeAsync();
            if (connection is not null) await connection.DisposeAsync();
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException or SocketException or OperationCanceledException)
        {
            // They are as good as closed: a new one is made with the next batch.
        }
    }
}
