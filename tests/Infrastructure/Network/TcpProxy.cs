using System.Net;
using System.Net.Sockets;

namespace Ingestion.Tests.Infrastructure.Network;

/// <summary>Stands between a service and a server, and can cut the line: the server is down as far as the service can see.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly CancellationTokenSource _stop = new();
    private TcpListener? _listener;
    private CancellationTokenSource _line = new();
    private Task _accepting = Task.CompletedTask;

    /// <summary>A proxy to a server; it does not listen yet.</summary>
    public TcpProxy(string host, int port)
    {
        (_host, _port) = (host, port);
        Port = Processes.FreePort.Next();
    }

    /// <summary>The port on the loopback interface that it listens on while the line stands.</summary>
    public int Port { get; }

    /// <summary>Lets connections through.</summary>
    public void Open()
    {
        _line = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener, _line.Token);
    }

    /// <summary>Ends all connections and refuses new ones.</summary>
    public async Task CutAsync()
    {
        _listener?.Stop();
        await _line.CancelAsync();
        await _accepting;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        _line.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken line)
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(RelayAsync(await listener.AcceptTcpClientAsync(line), line));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient client, CancellationToken line)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_host, _port, line);
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream(), line), far.GetStream().CopyToAsync(near.GetStream(), line));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // The line was cut, which is what it is for.
        }
    }
}
