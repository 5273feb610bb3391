using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Push;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Polling.WebSub;

/// <summary>Where hubs call: to verify that a subscription was meant, and with what is new (W3C WebSub, 5.3 and 7).</summary>
internal static class HubCallback
{
    private const string Path = "/v1/websub";

    public static void MapHubCallback(this IEndpointRouteBuilder app)
    {
        // Hubs know the address, which nobody can guess, and sign: no token.
        var callback = app.MapGroup(Path).ExcludeFromDescription();
        callback.MapGet("/{sourceId}/{key}", VerifyAsync);
        callback.MapPost("/{sourceId}/{key}", PushAsync);
    }

    /// <summary>The callback's URL.</summary>
    public static Uri UrlOf(Uri service, string sourceId, string key) =>
        new(service, $"{service.AbsolutePath.TrimEnd('/')}{Path}/{Uri.EscapeDataString(sourceId)}/{key}");

    private static async Task<IResult> VerifyAsync(
        string sourceId, string key, HttpRequest request, IFeedStore feeds, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = request.Query;
        if (await FindAsync(feeds, sourceId, key, cancellationToken) is not { } feed) return Results.NotFound();
        var hub = feed.Polls.Hub!;
        if (query["hub.topic"] != hub.Topic) return Results.NotFound();
        switch ((string?)query["hub.mode"])
        {
            case "subscribe" when int.TryParse(query["hub.lease_seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds):
                var ends = clock.GetUtcNow().ToWholeMilliseconds().AddSeconds(seconds);
                var isKept = await HubState.UpdateAsync(feeds, sourceId, key, h => h with { EndsAt = ends, Error = null }, cancellationToken);
                return isKept ? Results.Text(query["hub.challenge"], "text/plain") : Results.NotFound();
            case "denied":
                await HubState.UpdateAsync(
                    feeds, sourceId, key, h => h with { EndsAt = null, Error = $"denied: {query["hub.reason"]}" }, cancellationToken);
                return Results.Ok();
            default:
                // Nobody here unsubscribes: a subscription that is not wanted any more ends.
                return Results.NotFound();
        }
    }

    private static async Task<IResult> PushAsync(
        string sourceId, string key, HttpRequest request, IFeedStore feeds, HubPushes pushes, IOptions<PollingOptions> polling,
        IOptions<IngestOptions> ingest, CancellationToken cancellationToken)
    {
        // 410 lets the hub end the subscription.
        if (await FindAsync(feeds, sourceId, key, cancellationToken) is not { } feed) return Results.StatusCode(StatusCodes.Status410Gone);
        var body = await BodyReader.ReadAsync(request, polling.Value.MaxFeedBytes, ingest.Value.BodyTimeout, cancellationToken);
        if (body.Problem is { } problem) return problem;
        await pushes.TakeAsync(feed, body.Content, request.ContentType, request.Headers["X-Hub-Signature"], cancellationToken);
        return Results.Accepted();
    }

    private static async Task<PolledFeed?> FindAsync(IFeedStore feeds, string sourceId, string key, CancellationToken cancellationToken) =>
        await feeds.FindAsync(sourceId, cancellationToken) is { Polls.Hub: { } hub } feed
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hub.Key), Encoding.UTF8.GetBytes(key))
            ? feed
            : null;
}
