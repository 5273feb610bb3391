using RabbitMQ.Client;

namespace Ingestion.Broker.Tests.Infrastructure;

public sealed class VirtualHostTests(BrokerServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_virtual_host_takes_connections_and_is_gone_after_its_class()
    {
        var virtualHost = new VirtualHost(server);
        var factory = new ConnectionFactory { Uri = await virtualHost.GetUriAsync() };
        await using (var connection = await factory.CreateConnectionAsync(Cancellation))
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
            var queue = await channel.QueueDeclareAsync("smoke", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
            Assert.Equal("smoke", queue.QueueName);
        }

        await virtualHost.DisposeAsync();

        Assert.False(await (await server.GetManagementAsync()).HasVirtualHostAsync(virtualHost.Name, Cancellation));
    }

    [Fact]
    public async Task Two_virtual_hosts_do_not_see_each_other()
    {
        await using var one = new VirtualHost(server);
        await using var other = new VirtualHost(server);

        Assert.NotEqual(await one.GetUriAsync(), await other.GetUriAsync());
        Assert.Equal(one.Name, (await one.GetUriAsync()).AbsolutePath.TrimStart('/'));
    }
}
