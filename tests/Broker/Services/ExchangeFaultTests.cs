using System.Collections.Concurrent;
using System.Globalization;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Waiting;
using RabbitMQ.Client;

namespace Ingestion.Broker.Tests.Services;

/// <summary>The exchange under faults: a queue that was bound ends with every change at least once, in order, without a gap.</summary>
public sealed class ExchangeFaultTests(VirtualHost virtualHost, MongoDatabase database, ITestOutputHelper output)
    : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const int Articles = 60;
    private const string Queue = "everything";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<long> _received = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_process_that_passes_on_is_killed_and_another_goes_on_and_the_broker_is_restarted()
    {
        await virtualHost.Server.SkipUnlessRestartableAsync();
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        cluster.Settings["Exchange__Lease"] = "00:00:03";
        cluster.Settings["Exchange__Interval"] = "00:00:00.200";
        await BindAsync();
        await cluster.StartAsync("Ingest", "Clean", "Enrich", "Publish");
        var accepted = new ConcurrentBag<Accepted>();
        var (first, second, third) = (Articles / 3, 2 * Articles / 3, Articles);

        // It passes on from the first change, and keeps the lease while another is there.
        await PushAsync(cluster, 0, 1, accepted);
        await ReceiveUntilAsync(1);
        await cluster.StartAsync("Publish");
        var passesOn = cluster.Publish;
        var pushing = PushAsync(cluster, 1, first, accepted);
        await ReceiveUntilAsync(first / 3);
        await passesOn.KillAsync(Cancellation);
        await pushing;
        await PushAsync(cluster, first, second, accepted);
        await ReceiveUntilAsync(second);

        pushing = PushAsync(cluster, second, third, accepted);
        await ReceiveUntilAsync(second + (first / 3));
        await virtualHost.Server.StopAsync(Cancellation);
        await pushing;
        await virtualHost.Server.StartAsync(Cancellation);
        await new LossChecker(cluster.Client, output).CheckAsync(accepted, Patience, Cancellation);
        await ReceiveUntilAsync(third);

        output.WriteLine($"received {_received.Count}, repeated {_received.Count - _received.Distinct().Count()}");
        Assert.Equal(Enumerable.Range(1, Articles).Select(i => (long)i), _received.Distinct());
    }

    private static Task PushAsync(ServiceCluster cluster, int from, int to, ConcurrentBag<Accepted> accepted) =>
        Parallel.ForEachAsync(
            Enumerable.Range(from, to - from),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation },
            async (number, token) => accepted.Add((await cluster.Client.TryPushAsync(number, "exchange", 2_000, token))!));

    private async Task BindAsync()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.ExchangeDeclareAsync("articles", ExchangeType.Topic, durable: true, cancellationToken: Cancellation);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await channel.QueueBindAsync(Queue, "articles", "article.#", cancellationToken: Cancellation);
    }

    /// <summary>Takes what comes until there are so many different changes in all.</summary>
    private async Task ReceiveUntilAsync(int changes)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await Wait.UntilAsync(
            async () =>
            {
                if (await channel.BasicGetAsync(Queue, autoAck: true, Cancellation) is { } message)
                    _received.Add(long.Parse(message.BasicProperties.MessageId!, CultureInfo.InvariantCulture));
                return _received.Distinct().Count();
            },
            received => received >= changes, Patience);
    }

    private async Task<IConnection> ConnectAsync() =>
        await new ConnectionFactory { Uri = await virtualHost.GetUriAsync() }.CreateConnectionAsync(Cancellation);
}
