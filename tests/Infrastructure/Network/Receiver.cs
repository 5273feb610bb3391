using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingestion.Tests.Infrastructure.Network;

/// <summary>
/// A downstream site: takes deliveries on any number of paths, and misbehaves on demand (slow, refusing, redirecting, never answering).
/// </summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Receipt, CancellationToken, Task<Reply>> _reply;
    private readonly ConcurrentQueue<Receipt> _receipts = new();
    private readonly ConcurrentDictionary<string, int> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Receiver(Func<Receipt, CancellationToken, Task<Reply>> reply)
    {
        _reply = reply;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>Its root.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>What has come so far, in the order in which it came.</summary>
    public IReadOnlyList<Receipt> Receipts => [.. _receipts];

    /// <summary>The most requests that were open at a path at the same time.</summary>
    public ConcurrentDictionary<string, int> MostOpen { get; } = new();

    /// <summary>Starts one that says 200 to everything.</summary>
    public static Task<Receiver> StartAsync() => StartAsync(_ => Reply.Ok);

    /// <summary>Starts one that answers at once.</summary>
    public static Task<Receiver> StartAsync(Func<Receipt, Reply> reply) => StartAsync((receipt, _) => Task.FromResult(reply(receipt)));

    /// <summary>Starts one that takes its time; the token ends with the request.</summary>
    public static async Task<Receiver> StartAsync(Func<Receipt, CancellationToken, Task<Reply>> reply)
    {
        var receiver = new Receiver(reply);
        await receiver._app.StartAsync();
        receiver.Url = new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return receiver;
    }

    /// <summary>The URL of a path.</summary>
    public string At(string path) => new Uri(Url, path).ToString();

    /// <summary>Waits until what has come satisfies a condition, and returns it.</summary>
    /// <exception cref="TimeoutException">It did not within the time.</exception>
    public async Task<IReadOnlyList<Receipt>> UntilAsync(Func<IReadOnlyList<Receipt>, bool> condition, TimeSpan patience, CancellationToken cancellationToken)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            var receipts = Receipts;
            if (condition(receipts)) return receipts;
            var rest = until - DateTime.UtcNow;
            if (rest <= TimeSpan.Zero)
                throw new TimeoutException($"After {patience} there are {receipts.Count} receipts, and they are not what was waited for.");
            await Task.WhenAny(changed, Task.Delay(rest, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var open = _open.AddOrUpdate(path, 1, (_, count) => count + 1);
        MostOpen.AddOrUpdate(path, open, (_, most) => Math.Max(most, open));
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _stop.Token);
        try
        {
            var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, ends.Token);
            var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var receipt = new Receipt(path, http.Request.Method, http.Request.QueryString.Value ?? "", headers, body.ToArray(), DateTimeOffset.UtcNow);
            _receipts.Enqueue(receipt);
            Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            var reply = await _reply(receipt, ends.Token);
            http.Response.StatusCode = reply.Status;
            foreach (var (name, value) in reply.Headers) http.Response.Headers[name] = value;
            await http.Response.WriteAsync(reply.Body, ends.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
        finally
        {
            _open.AddOrUpdate(path, 0, (_, count) => count - 1);
        }
    }
}

/// <summary>A request that came.</summary>
public sealed record Receipt(
    string Path, string Method, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body, DateTimeOffset At)
{
    /// <summary>The body as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>A header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The id that a webhook has over all its attempts.</summary>
    public string Id => Headers["webhook-id"];

    /// <summary>The body of an event in our JSON.</summary>
    public System.Text.Json.Nodes.JsonNode Json => System.Text.Json.Nodes.JsonNode.Parse(Body)!;
}

/// <summary>What a receiver answers.</summary>
public sealed record Reply(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    /// <summary>200.</summary>
    public static Reply Ok { get; } = new(200);
}
