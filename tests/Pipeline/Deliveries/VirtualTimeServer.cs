using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Ingestion.Pipeline.Tests.Publish;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Waiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>
/// Publish under a clock that only the test moves. All else is real: the worker with its leases, the store, the HTTP client, and the
/// receiver at the other end.
/// </summary>
public sealed class VirtualTimeServer : IAsyncDisposable
{
    private const string OnlookersSource = "onlooker";
    private const string OnlookersPath = "/onlooker";

    private readonly ReadHost _host;
    private string? _onlooker;
    private int _published;

    private VirtualTimeServer(Receiver receiver)
    {
        Receiver = receiver;
        _host = new ReadHost
        {
            Clock = Clock,
            Settings = new Dictionary<string, string?> { ["Outbound:AllowedNetworks:0"] = "127.0.0.0/8", ["Ingest:OpenOnLoopback"] = "true" },
        };
    }

    /// <summary>The clock, which stands still until it is moved.</summary>
    public FakeTimeProvider Clock { get; } = new(ReadHost.Start);

    /// <summary>The present.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A client of the API.</summary>
    public HttpClient Http => _host.Client;

    /// <summary>Who is sent everything.</summary>
    public Receiver Receiver { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it, with a receiver that answers as it is told, but for the onlooker, who always thanks.</summary>
    public static async Task<VirtualTimeServer> StartAsync(Func<VirtualTimeServer, Receipt, Reply> reply)
    {
        VirtualTimeServer? server = null;
        var receiver = await Receiver.StartAsync(receipt => receipt.Path == OnlookersPath ? Reply.Ok : reply(server!, receipt));
        server = new VirtualTimeServer(receiver);
        await server._host.InitializeAsync();
        server._onlooker = (await server.SubscribeAsync(OnlookersPath, OnlookersSource)).Id;
        return server;
    }

    /// <summary>Subscribes a path of the receiver to a source.</summary>
    public async Task<VirtualSubscription> SubscribeAsync(string path, string source)
    {
        using var answer = await Http.PostAsJsonAsync(
            "/v1/subscriptions", new { endpoint = Receiver.At(path), filter = new { sources = new[] { source } } }, Token);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return new VirtualSubscription(this, path, source, (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Token))!["id"]!);
    }

    /// <summary>Publishes an article now.</summary>
    public async Task<Submission> PublishAsync(string source)
    {
        var key = $"{++_published}";
        var submission = await _host.AcceptAsync(source, key, $"Article {key}");
        await _host.PublishAsync(submission, Samples.Article($"Article {key}"), Samples.Enrichment(), Now);
        return submission;
    }

    /// <summary>Moves the clock to an instant.</summary>
    public void AdvanceTo(DateTimeOffset instant) => Clock.Advance(instant - Now);

    /// <summary>
    /// Has the sender look for what is due, now. It looks for all subscriptions at once: when the onlooker has its article, whatever else
    /// is due at this moment has been found as well.
    /// </summary>
    public async Task LookAsync()
    {
        await PublishAsync(OnlookersSource);
        await UntilAsync(
            () => GetAsync($"/v1/subscriptions/{_onlooker}"), read => read["deliveries"]!["pending"] is null && read["deliveries"]!["delivered"] is not null);
    }

    /// <summary>Reads JSON.</summary>
    public async Task<JsonNode> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonNode>(path, Token))!;

    /// <summary>A request without a body; the answer.</summary>
    public async Task<JsonNode> PostAsync(string path)
    {
        using var answer = await Http.PostAsync(new Uri(path, UriKind.Relative), null, Token);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Token))!;
    }

    /// <summary>Reads until a condition is satisfied, while the sender looks again and again. The clock stands.</summary>
    public Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> isSo, [CallerArgumentExpression(nameof(isSo))] string condition = "") =>
        Wait.UntilAsync(
            () =>
            {
                _host.Services.GetRequiredService<ChangeSignal>().Pulse();
                return read();
            },
            isSo, condition: condition);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
