using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ingestion.Tests.Infrastructure.Network;

/// <summary>
/// An HTTP server on loopback that writes whatever bytes it is told to, right or wrong: wrong lengths, half answers, none at all.
/// One request per connection.
/// </summary>
public sealed class RudeServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RudeRequest, CancellationToken, Task<RudeAnswer>> _answer;
    private readonly ConcurrentQueue<RudeRequest> _requests = new();
    private readonly Task _accepting;

    private int _open;
    private int _mostOpen;

    private RudeServer(Func<RudeRequest, CancellationToken, Task<RudeAnswer>> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    /// <summary>Its root.</summary>
    public Uri Url { get; }

    /// <summary>The requests so far.</summary>
    public IReadOnlyCollection<RudeRequest> Requests => _requests;

    /// <summary>The most requests that were open at the same time.</summary>
    public int MostOpen => _mostOpen;

    /// <summary>Starts one that answers at once.</summary>
    public static RudeServer Start(Func<RudeRequest, RudeAnswer> answer) => new((request, _) => Task.FromResult(answer(request)));

    /// <summary>Starts one that takes its time; the token ends when it is disposed of.</summary>
    public static RudeServer Start(Func<RudeRequest, CancellationToken, Task<RudeAnswer>> answer) => new(answer);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            if (await ReadAsync(stream) is not { } request) return;
            var open = Interlocked.Increment(ref _open);
            InterlockedMax(ref _mostOpen, open);
            _requests.Enqueue(request);
            var answer = await _answer(request, _stop.Token);
            await stream.WriteAsync(answer.Head, _stop.Token);
            await stream.WriteAsync(answer.Body, _stop.Token);
            await stream.FlushAsync(_stop.Token);
            Interlocked.Decrement(ref _open);
            if (answer.HangsAfterwards) await Task.Delay(Timeout.Infinite, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The other side went away, or the test is over.
        }
    }

    private async Task<RudeRequest?> ReadAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!received.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0) return null;
            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        var lines = received.ToString().Split("\r\n");
        var headers = lines.Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2))
            .ToDictionary(field => field[0], field => field[1], StringComparer.OrdinalIgnoreCase);
        var body = received.ToString()[(received.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        var length = headers.TryGetValue("Content-Length", out var declared) ? int.Parse(declared, CultureInfo.InvariantCulture) : 0;
        while (body.Length < length)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0) return null;
            body += Encoding.Latin1.GetString(buffer, 0, count);
        }
        return new RudeRequest(lines[0].Split(' ')[1], headers) { Body = body };
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen) { }
    }
}

/// <summary>A request that came.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">The headers.</param>
public sealed record RudeRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body, a character for each byte.</summary>
    public string Body { get; init; } = "";

    /// <summary>The root of the server that was asked.</summary>
    public Uri Host() => new($"http://{Headers["Host"]}/");

    /// <summary>A header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>An answer, in the bytes that go over the wire.</summary>
/// <param name="Head">Status line and headers, with the empty line.</param>
/// <param name="Body">What follows, whatever the head says of it.</param>
public sealed record RudeAnswer(byte[] Head, byte[] Body)
{
    /// <summary>Whether the connection stays open, with nothing more sent.</summary>
    public bool HangsAfterwards { get; init; }

    /// <summary>An answer with the right length.</summary>
    public static RudeAnswer Of(int status, byte[] body, params string[] headers) => Raw(status, body, [$"Content-Length: {body.Length}", .. headers]);

    /// <summary>A text with the right length.</summary>
    public static RudeAnswer Of(int status, string body, params string[] headers) => Of(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>A redirect.</summary>
    public static RudeAnswer Redirect(int status, string location) => Of(status, "", $"Location: {location}");

    /// <summary>An answer with no headers but those given.</summary>
    public static RudeAnswer Raw(int status, byte[] body, params string[] headers) =>
        new(Encoding.Latin1.GetBytes(string.Join("\r\n", [$"HTTP/1.1 {status} {(HttpStatusCode)status}", "Connection: close", .. headers, "", ""])), body);
}
