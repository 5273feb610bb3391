using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Ingestion.Broker.Tests.Infrastructure;

/// <summary>The part of RabbitMQ's management API that the tests need.</summary>
internal sealed class ManagementApi : IDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client;
    private readonly string _user;

    /// <summary>Takes the credentials from the broker's address.</summary>
    public ManagementApi(IBroker broker)
    {
        var credentials = broker.Amqp.UserInfo is { Length: > 0 } given ? Uri.UnescapeDataString(given) : "guest:guest";
        _user = credentials.Split(':')[0];
        _client = new() { BaseAddress = broker.Management };
        _client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Waits until the broker answers.</summary>
    /// <exception cref="InvalidOperationException">It does not, or refuses the credentials.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(PollInterval);
        while (await FailureAsync(cancellationToken) is { } failure)
        {
            if (Stopwatch.GetElapsedTime(started) > ReadyWithin)
            {
                throw new InvalidOperationException(
                    $"The broker's management API at {_client.BaseAddress} does not answer within {ReadyWithin}: {failure}. "
                    + "RABBITMQ_MANAGEMENT_URI says where it is; its user is RABBITMQ_URI's.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Makes a virtual host in which the user may do everything.</summary>
    public async Task CreateVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        using var created = await _client.PutAsJsonAsync($"api/vhosts/{name}", new { }, cancellationToken);
        created.EnsureSuccessStatusCode();
        using var permitted = await _client.PutAsJsonAsync(
            $"api/permissions/{name}/{Uri.EscapeDataString(_user)}",
            new { configure = ".*", write = ".*", read = ".*" },
            cancellationToken);
        permitted.EnsureSuccessStatusCode();
    }

    /// <summary>Deletes a virtual host with everything in it.</summary>
    public async Task DeleteVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        using var deleted = await _client.DeleteAsync($"api/vhosts/{name}", cancellationToken);
        deleted.EnsureSuccessStatusCode();
    }

    /// <summary>Whether there is a virtual host of this name.</summary>
    public async Task<bool> HasVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await _client.GetAsync($"api/vhosts/{name}", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        response.EnsureSuccessStatusCode();
        return true;
    }

    public void Dispose() => _client.Dispose();

    private async Task<string?> FailureAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync("api/overview", cancellationToken);
            return response.IsSuccessStatusCode ? null : $"status {(int)response.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
    }
}
