using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Contracts;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Telemetry;
using RabbitMQ.Client;

namespace Ingestion.Broker.Tests.Services;

/// <summary>Producers that know nothing of MassTransit or .NET: plain JSON to a queue.</summary>
public sealed class PlainJsonTests(VirtualHost virtualHost, MongoDatabase database) : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const string Queue = "submit-article";
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plain_JSON_is_taken_like_a_push_continues_its_trace_and_a_bad_one_is_a_dead_letter_with_the_reason()
    {
        await using var receiver = await OtlpReceiver.StartAsync(Cancellation);
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        foreach (var (name, value) in receiver.EnvironmentForExport()) cluster.Settings[name] = value;
        await cluster.StartAsync("Ingest", "Clean", "Enrich", "Publish");
        var factory = new ConnectionFactory { Uri = await virtualHost.GetUriAsync() };
        await using var connection = await factory.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(new(true, true), Cancellation);

        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        await SendAsync(channel, """{"source":""}""", traceId);
        await SendAsync(
            channel, """{"source":"queue","id":"1","text":"Sent by queue\n\nA text that came by queue and not by the door, and is published all the same."}""", traceId);

        await receiver.WaitUntilAsync(spans => spans.Any(span => span.Name == "publish article" && span.TraceId == traceId), Within, Cancellation);
        var id = ArticleId.Derive("queue", "1", null, default);
        var article = await cluster.Publish.Client.GetFromJsonAsync<JsonNode>($"v1/articles/{id}", Cancellation);
        Assert.Equal("published", article!["state"]!.GetValue<string>());

        var letter = await DeadLetterAsync(channel);
        Assert.Equal("""{"source":""}""", Encoding.UTF8.GetString(letter.Body.Span));
        var reason = Encoding.UTF8.GetString((byte[])letter.BasicProperties.Headers!["MT-Fault-Message"]!);
        Assert.Contains("source: is required", reason, StringComparison.Ordinal);
    }

    private static async Task SendAsync(IChannel channel, string json, string traceId)
    {
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            Persistent = true,
            Headers = new Dictionary<string, object?> { ["traceparent"] = $"00-{traceId}-00f067aa0ba902b7-01" },
        };
        await channel.BasicPublishAsync("", Queue, mandatory: true, properties, Encoding.UTF8.GetBytes(json), Cancellation);
    }

    private static async Task<BasicGetResult> DeadLetterAsync(IChannel channel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(Within);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (await channel.BasicGetAsync($"{Queue}_error", autoAck: true, deadline.Token) is { } letter) return letter;
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }
}
