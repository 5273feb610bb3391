using System.Text.Json;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Waiting;
using RabbitMQ.Client;

namespace Ingestion.Broker.Tests.Services;

/// <summary>The exchange for consumers that know nothing of MassTransit or .NET.</summary>
public sealed class ExchangeTests(VirtualHost virtualHost, MongoDatabase database) : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const int Articles = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Proves", "broker")]
    public async Task Two_publishers_pass_every_change_on_once_in_order_as_cloud_events()
    {
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        var factory = new ConnectionFactory { Uri = await virtualHost.GetUriAsync() };
        await using var connection = await factory.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.ExchangeDeclareAsync("articles", ExchangeType.Topic, durable: true, cancellationToken: Cancellation);
        var all = await BindAsync(channel, "article.#");
        var other = await BindAsync(channel, "article.*.other.*");
        await cluster.StartAsync("Ingest", "Clean", "Enrich", "Publish", "Publish");

        for (var i = 0; i < Articles; i++) Assert.NotNull(await cluster.Client.TryPushAsync(i, "passing.on", 2_000, Cancellation));

        for (var i = 1; i <= Articles; i++)
        {
            var message = await ReceiveAsync(channel, all);
            var cloudEvent = JsonDocument.Parse(message.Body).RootElement;
            Assert.Equal("application/cloudevents+json", message.BasicProperties.ContentType);
            Assert.Equal(DeliveryModes.Persistent, message.BasicProperties.DeliveryMode);
            Assert.StartsWith("article.new.passing%2Eon.", message.RoutingKey, StringComparison.Ordinal);
            Assert.Equal(("1.0", "article.new", $"{i}"), (Text(cloudEvent, "specversion"), Text(cloudEvent, "type"), Text(cloudEvent, "id")));
            Assert.NotEmpty(Text(cloudEvent.GetProperty("data").GetProperty("article"), "bodyHtml"));
        }
        Assert.Null(await channel.BasicGetAsync(all, autoAck: true, Cancellation));
        Assert.Null(await channel.BasicGetAsync(other, autoAck: true, Cancellation));
    }

    private static async Task<string> BindAsync(IChannel channel, string pattern)
    {
        var queue = (await channel.QueueDeclareAsync(cancellationToken: Cancellation)).QueueName;
        await channel.QueueBindAsync(queue, "articles", pattern, cancellationToken: Cancellation);
        return queue;
    }

    private static Task<BasicGetResult> ReceiveAsync(IChannel channel, string queue) =>
        Wait.ForAsync(() => channel.BasicGetAsync(queue, autoAck: true, Cancellation));

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;
}
