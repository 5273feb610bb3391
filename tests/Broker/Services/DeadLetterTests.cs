using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Contracts;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Waiting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ingestion.Broker.Tests.Services;

/// <summary>What is bad and comes by queue: it is put aside with its reason, once, and what is behind it is taken.</summary>
public sealed class DeadLetterTests(VirtualHost virtualHost, MongoDatabase database) : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const string Queue = "submit-article";
    private const string Text = "A text that came by queue behind something bad, and is taken all the same.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Proves", "broker")]
    public async Task A_bad_message_is_a_dead_letter_with_the_reason_and_never_delivered_again()
    {
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        await cluster.StartAsync("Ingest", "Publish");
        var factory = new ConnectionFactory { Uri = await virtualHost.GetUriAsync() };
        await using var connection = await factory.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(new(true, true), Cancellation);
        var bad = new (string Body, string Type, string Reason)[]
        {
            ("{\"source\":", "application/json", "JSON"),
            ("{\"source\":\"queue\",\"titel\":\"x\",\"text\":\"x\"}", "application/json", "titel"),
            ("{\"specversion\":\"0.3\",\"id\":\"e\",\"source\":\"queue\",\"type\":\"t\"}", "application/cloudevents+json", "'0.3' is not known"),
            ($"[{Event("batch-1")},{{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"queue\",\"type\":\"t\"}},{Event("batch-3")}]",
                "application/cloudevents-batch+json", "event 2: data: is missing"),
        };

        foreach (var (body, type, _) in bad) await SendAsync(channel, body, type);
        await SendAsync(channel, $"[{Event("batch-4")},{Event("batch-5")}]", "application/cloudevents-batch+json");
        await SendAsync(channel, $"{{\"source\":\"queue\",\"id\":\"good\",\"text\":\"{Text}\"}}", "application/json");

        // The good ones behind it, and the good events of the bad batch.
        foreach (var id in new[] { "good", "batch-1", "batch-3", "batch-4", "batch-5" }) await AcceptedAsync(cluster.Publish.Client, id);
        var letters = new List<BasicGetResult>();
        while (letters.Count < bad.Length) letters.Add(await Wait.ForAsync(() => NextLetterAsync(connection)));
        foreach (var (body, _, reason) in bad)
        {
            var letter = Assert.Single(letters, letter => Encoding.UTF8.GetString(letter.Body.Span) == body);
            Assert.Contains(reason, Header(letter, "MT-Fault-Message"), StringComparison.Ordinal);
        }
        Assert.Equal(0u, await channel.MessageCountAsync(Queue, Cancellation));
        Assert.Null(await NextLetterAsync(connection)); // each once, and none of the good ones
    }

    private static string Event(string id) =>
        $$"""{"specversion":"1.0","id":"e-{{id}}","source":"queue","type":"t","subject":"{{id}}","datacontenttype":"text/html","data":"<p>{{Text}}</p>"}""";

    /// <summary>The next dead letter; null if there is none. Their queue is made with the first.</summary>
    private static async Task<BasicGetResult?> NextLetterAsync(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync(null, Cancellation);
        try
        {
            return await channel.BasicGetAsync($"{Queue}_error", autoAck: true, Cancellation);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    private static string Header(BasicGetResult letter, string name) => Encoding.UTF8.GetString((byte[])letter.BasicProperties.Headers![name]!);

    private static async Task SendAsync(IChannel channel, string body, string contentType)
    {
        var properties = new BasicProperties { ContentType = contentType, Persistent = true };
        await channel.BasicPublishAsync("", Queue, mandatory: true, properties, Encoding.UTF8.GetBytes(body), Cancellation);
    }

    private static Task<JsonNode> AcceptedAsync(HttpClient readApi, string id) => Wait.ForAsync(async () =>
    {
        using var answer = await readApi.GetAsync(new Uri($"v1/articles/{ArticleId.Derive("queue", id, null, default)}", UriKind.Relative), Cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation) : null;
    });
}
