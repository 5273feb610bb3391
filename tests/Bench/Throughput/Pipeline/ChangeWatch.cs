using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ingestion.Bench.Throughput.Pipeline;

/// <summary>Follows the change sequence, which is gapless: its last number is how many articles have been published.</summary>
internal sealed class ChangeWatch(HttpClient client)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>How many are known to be published.</summary>
    public long Published { get; private set; }

    /// <summary>Waits until so many are published.</summary>
    public async Task WaitUntilAsync(long published, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(PollInterval);
        while (true)
        {
            await ReadAsync(cancellationToken);
            if (Published >= published) return;
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var page = await client.GetFromJsonAsync<JsonNode>(
            new Uri($"v1/changes?after={Published}&limit=1000&include=none", UriKind.Relative), cancellationToken);
        var changes = page!["changes"]!.AsArray();
        if (changes.Count > 0) Published = changes[^1]!["sequence"]!.GetValue<long>();
    }
}
