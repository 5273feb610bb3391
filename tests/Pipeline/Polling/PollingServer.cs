using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Tests.Infrastructure.Waiting;
using Xunit;

namespace Ingestion.Pipeline.Tests.Polling;

/// <summary>AllInOne that may poll this machine, and does so every moment.</summary>
public sealed class PollingServer : AllInOneServer
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Outbound:AllowedNetworks:0"] = "127.0.0.0/8",
        ["Polling:Interval"] = "00:00:00.100",
        ["Polling:HostGap"] = "00:00:00.010",
        ["Polling:MinInterval"] = "01:00:00",
        ["Polling:CallbackUrl"] = "http://callback.example/ingest",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Sets a source's feed up, which polls it at once.</summary>
    public async Task<HttpResponseMessage> SaveFeedAsync(string source, object feed) =>
        await Http.PutAsJsonAsync($"v1/sources/{source}/feed", feed, Token);

    /// <summary>Has it polled, and waits until that is done.</summary>
    public async Task<JsonNode> PollAsync(string source)
    {
        var before = await ReadFeedAsync(source);
        using var answer = await Http.PostAsync(new Uri($"v1/sources/{source}/feed/poll", UriKind.Relative), null, Token);
        answer.EnsureSuccessStatusCode();
        return await UntilPolledAsync(source, (string?)before["lastPolledAt"]);
    }

    /// <summary>Waits until the feed was polled.</summary>
    /// <param name="source">The source.</param>
    /// <param name="before">When it was polled before; null if never.</param>
    public Task<JsonNode> UntilPolledAsync(string source, string? before = null) =>
        Wait.UntilAsync(() => ReadFeedAsync(source), feed => (string?)feed["lastPolledAt"] is { } polled && polled != before);

    /// <summary>Reads a source's feed.</summary>
    public async Task<JsonNode> ReadFeedAsync(string source) => (await Http.GetFromJsonAsync<JsonNode>($"v1/sources/{source}/feed", Token))!;

    /// <summary>Waits until so many articles of a source are published, and returns them with their content.</summary>
    public async Task<IReadOnlyList<JsonNode>> ArticlesAsync(string source, int count)
    {
        var list = await Wait.UntilAsync(
            async () => (await Http.GetFromJsonAsync<JsonNode>($"v1/articles?source={source}&state=published", Token))!["items"]!.AsArray(),
            items => items.Count >= count);
        var articles = new List<JsonNode>();
        foreach (var item in list) articles.Add(await ReadArticleAsync((string)item!["id"]!));
        return articles;
    }
}
