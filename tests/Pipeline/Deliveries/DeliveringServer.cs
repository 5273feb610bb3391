using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Ingestion.Tests.Infrastructure.Waiting;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>AllInOne that may deliver to this machine.</summary>
public sealed class DeliveringServer : AllInOneServer
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Outbound:AllowedNetworks:0"] = "127.0.0.0/8",
        ["Delivery:Timeout"] = "00:00:01",
        ["Delivery:Lease"] = "00:00:05",
        ["Delivery:Interval"] = "00:00:00.050",
        ["Ingest:Tokens:0"] = "operator",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Subscribes; the answer.</summary>
    public async Task<JsonNode> SubscribeAsync(object subscription)
    {
        using var answer = await Http.PostAsJsonAsync("v1/subscriptions", subscription, Token);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return await ReadAsync(answer);
    }

    /// <summary>A request without a body; the answer.</summary>
    public async Task<JsonNode> PostAsync(string path)
    {
        using var answer = await Http.PostAsync(new Uri(path, UriKind.Relative), null, Token);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return await ReadAsync(answer);
    }

    /// <summary>Reads JSON.</summary>
    public async Task<JsonNode> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonNode>(path, Token))!;

    /// <summary>Reads JSON until it satisfies a condition.</summary>
    public Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> isSo, [CallerArgumentExpression(nameof(isSo))] string condition = "") =>
        Wait.UntilAsync(() => GetAsync(path), isSo, condition: condition);

    /// <summary>Pushes a version of an article and waits until it is published.</summary>
    public async Task<string> PublishAsync(string source, string id, int version, string text)
    {
        var articleId = await PushTextAsync(source, id, text);
        await FinishedAsync(articleId, version);
        return articleId;
    }

    /// <summary>Withdraws an article and waits until that is published.</summary>
    public async Task WithdrawAsync(string articleId, int version)
    {
        using var answer = await Http.DeleteAsync(new Uri($"v1/articles/{articleId}", UriKind.Relative), Token);
        answer.EnsureSuccessStatusCode();
        await FinishedAsync(articleId, version);
    }
}
