using System.Net;
using System.Net.Sockets;

namespace Ingestion.Tests.Infrastructure.Processes;

/// <summary>Finds ports for servers that must know theirs before they start, or keep it over a restart.</summary>
public static class FreePort
{
    // Below the ports that systems give to outgoing connections, so that none of those takes it before the server does.
    private const int First = 10_000;
    private const int Last = 14_999;

    /// <summary>A port of the loopback interface that nothing listens on.</summary>
    /// <exception cref="InvalidOperationException">None was found.</exception>
    public static int Next()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var port = Random.Shared.Next(First, Last + 1);
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another is tried.
            }
        }

        throw new InvalidOperationException($"No free port was found between {First} and {Last}.");
    }
}
