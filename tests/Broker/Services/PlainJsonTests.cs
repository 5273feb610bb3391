using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Contracts;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Telemetry;
using Ingestion.Tests.Infrastructure.Waiting;
using RabbitMQ.Client;

namespace Ingestion.Broker.Tests.Services;

/// <summary>Producers that know nothing of MassTransit or .NET: plain JSON to a queue.</summary>
public sealed class PlainJsonTests(VirtualHost virtualHost, MongoDatabase database) : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const string Queue = "submit-article";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Proves", "broker")]
    public async Task Plain_JSON_and_events_are_taken_like_a_push_continue_their_trace_and_a_bad_one_is_a_dead_letter_with_the_reason()
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

        await SendAsync(
            channel,
            """{"specversion":"1.0","id":"e1","source":"queue","type":"t","subject":"2","datacontenttype":"text/html","data":"<p>A text in an event that came by queue and is published too.</p>"}""",
            traceId, "application/cloudevents+json");
        await SendAsync(
            channel, """{"text":"The text of an event whose attributes came in the headers, by queue as well, and which is published too."}""", traceId, "application/json",
            ("cloudEvents_specversion", "1.0"), ("cloudEvents_id", "e2"), ("cloudEvents_source", "queue"), ("cloudEvents_type", "t"), ("cloudEvents_subject", "3"));

        await receiver.WaitUntilAsync(spans => spans.Any(span => span.Name == "publish article" && span.TraceId == traceId), Wait.Patience, Cancellation);
        foreach (var number in new[] { "1", "2", "3" })
        {
            await PublishedAsync(cluster.Publish.Client, ArticleId.Derive("queue", number, null, default));
        }

        var letter = await DeadLetterAsync(channel);
        Assert.Equal("""{"source":""}""", Encoding.UTF8.GetString(letter.Body.Span));
        var reason = Encoding.UTF8.GetString((byte[])letter.BasicProperties.Headers!["MT-Fault-Message"]!);
        Assert.Contains("source: is required", reason, StringComparison.Ordinal);
    }

    private static async Task SendAsync(
        IChannel channel, string json, string traceId, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        var properties = new BasicProperties
        {
            ContentType = contentType,
            Persistent = true,
            Headers = new Dictionary<string, object?> { ["traceparent"] = $"00-{traceId}-00f067aa0ba902b7-01" },
        };
        foreach (var (name, value) in headers) properties.Headers[name] = value;
        await channel.BasicPublishAsync("", Queue, mandatory: true, properties, Encoding.UTF8.GetBytes(json), Cancellation);
    }

    private static async Task PublishedAsync(HttpClient readApi, string id) => await Wait.UntilAsync(
        async () =>
        {
            using var answer = await readApi.GetAsync(new Uri($"v1/articles/{id}", UriKind.Relative), Cancellation);
            return answer.IsSuccessStatusCode ? (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["state"] : $"{answer.StatusCode}";
        },
        state => state == "published");

    private static Task<BasicGetResult> DeadLetterAsync(IChannel channel) =>
        Wait.ForAsync(() => channel.BasicGetAsync($"{Queue}_error", autoAck: true, Cancellation));
}
