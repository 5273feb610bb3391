using System.Globalization;
using System.Security.Cryptography;
using Ingestion.Hosting.Outbound;
using Ingestion.Publish.Deliveries;
using Ingestion.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace Ingestion.Publish.Hub;

/// <summary>
/// Asks callbacks whether they want what was asked for in their name, by having them repeat a challenge (W3C WebSub, 5.3), and does it
/// then.
/// </summary>
internal sealed class IntentVerifier(
    IntentQueue queue, HubSubscriptions subscriptions, IHttpClientFactory clients, IOptions<DeliveryOptions> options, TimeProvider clock,
    ILogger<IntentVerifier> logger) : BackgroundService
{
    private const int Concurrency = 16;
    private const int LongestAnswer = 1_024;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                queue.ReadAllAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = stoppingToken },
                async (request, cancellationToken) => await HandleAsync(request, cancellationToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end, which the host would call a failure where it is disposed without having been stopped.
        }
    }

    private async Task HandleAsync(HubRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsWantedAsync(request, cancellationToken)) await subscriptions.ApplyAsync(request, cancellationToken);
            else logger.LogInformation("{Callback} does not confirm to {Mode} {Topic}", request.Callback, request.Mode, request.Topic.Url);
        }
        catch (Exception e) when (e is HttpRequestException or AntiSSRFException or IOException or StoreUnavailableException)
        {
            logger.LogInformation("{Callback} could not be asked to {Mode} {Topic}: {Error}", request.Callback, request.Mode, request.Topic.Url, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("{Callback} did not answer in time to {Mode} {Topic}", request.Callback, request.Mode, request.Topic.Url);
        }
    }

    private async Task<bool> IsWantedAsync(HubRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var query = new Dictionary<string, string?>
        {
            ["hub.mode"] = request.Mode,
            ["hub.topic"] = request.Topic.Url,
            ["hub.challenge"] = challenge,
        };
        if (request.Subscribes) query["hub.lease_seconds"] = ((long)request.Lease.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        using var client = clients.CreateClient(OutboundHttp.Client);
        using var response = await client.GetAsync(
            new Uri(QueryHelpers.AddQueryString(request.Callback, query)), HttpCompletionOption.ResponseHeadersRead, both.Token);
        if (!response.IsSuccessStatusCode) return false;
        await using var stream = await response.Content.ReadAsStreamAsync(both.Token);
        var buffer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, both.Token);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length).Trim() == challenge;
    }
}
