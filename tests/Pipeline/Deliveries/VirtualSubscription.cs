using System.Text.Json.Nodes;
using Ingestion.Tests.Infrastructure.Network;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>A subscription of a <see cref="VirtualTimeServer"/>, and how it does.</summary>
public sealed class VirtualSubscription(VirtualTimeServer server, string path, string source, string id)
{
    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Its path in the API.</summary>
    public string Url => $"/v1/subscriptions/{id}";

    /// <summary>What has come to its endpoint.</summary>
    public IReadOnlyList<Receipt> Receipts => [.. server.Receiver.Receipts.Where(receipt => receipt.Path == path)];

    /// <summary>The subscription as it stands.</summary>
    public Task<JsonNode> ReadAsync() => server.GetAsync(Url);

    /// <summary>The delivery of an article, with its log.</summary>
    public async Task<JsonNode> ReadDeliveryAsync(string articleId)
    {
        var listed = (await server.GetAsync($"{Url}/deliveries?limit=200"))["items"]!.AsArray();
        return await server.GetAsync($"{Url}/deliveries/{listed.Single(delivery => (string?)delivery!["articleId"] == articleId)!["id"]}");
    }

    /// <summary>Publishes an article for it, and waits until its first attempt is on record, if it may be sent.</summary>
    public async Task<string> PublishAsync()
    {
        var article = (await server.PublishAsync(source)).ArticleId;
        await SettleAsync();
        return article;
    }

    /// <summary>Waits until the n-th attempt of an article's delivery is on record.</summary>
    public Task<JsonNode> AttemptedAsync(string articleId, int attempt) => server.UntilAsync(
        () => ReadDeliveryAsync(articleId), delivery => delivery["attempts"]?.AsArray().Count >= attempt);

    /// <summary>
    /// Moves the clock to an instant, and stops wherever something of this subscription is due, until it was tried; for good where it is
    /// disabled then.
    /// </summary>
    public async Task RunToAsync(DateTimeOffset instant)
    {
        while (await FindNextAsync() is { } next && next <= instant)
        {
            if (next > server.Now) server.AdvanceTo(next);
            await SettleAsync();
        }
        if (await IsActiveAsync()) server.AdvanceTo(instant);
    }

    /// <summary>Waits until all that is due now was tried.</summary>
    public Task SettleAsync() => server.UntilAsync(FindNextAsync, next => next is null || next > server.Now);

    /// <summary>Whether it is served.</summary>
    public async Task<bool> IsActiveAsync() => (string?)(await ReadAsync())["state"] == "active";

    /// <summary>When the next attempt is due; null if there is none, or the subscription is not active.</summary>
    public async Task<DateTimeOffset?> FindNextAsync()
    {
        var read = await ReadAsync();
        if ((string?)read["state"] != "active") return null;
        var pending = (await server.GetAsync($"{Url}/deliveries?state=pending&limit=200"))["items"]!.AsArray();
        if (pending.Count == 0) return null;
        var due = pending.Min(delivery => (DateTimeOffset)delivery!["dueAt"]!);
        return (DateTimeOffset?)read["sending"]?["throttledUntil"] is { } throttled && throttled > due ? throttled : due;
    }
}
