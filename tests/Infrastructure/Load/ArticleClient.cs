using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ingestion.Tests.Infrastructure.Load;

/// <summary>Pushes and reads over HTTP, as a sender and a reader would.</summary>
/// <param name="write">A client of Ingest.</param>
/// <param name="read">A client of Publish.</param>
public sealed class ArticleClient(HttpClient write, HttpClient read)
{
    /// <summary>Pushes a page; null where there was no answer, so that nobody knows whether it was accepted.</summary>
    public async Task<Accepted?> TryPushAsync(int number, string source, int bytes, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await write.PostAsJsonAsync(
                "v1/articles", new { source, id = $"{number}", html = SampleArticles.Html(number, bytes) }, cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.OK)) return null;
            var body = (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
            return new Accepted(body["id"]!.GetValue<string>(), body["version"]!.GetValue<int>());
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null; // the process died, or its client was given up with it
        }
    }

    /// <summary>The whole change sequence.</summary>
    public async Task<IReadOnlyList<ChangeEntry>> ReadChangesAsync(CancellationToken cancellationToken)
    {
        var changes = new List<ChangeEntry>();
        while (true)
        {
            var page = await read.GetFromJsonAsync<JsonNode>(
                $"v1/changes?after={(changes.Count == 0 ? 0 : changes[^1].Sequence)}&limit=1000&include=none", cancellationToken);
            var entries = page!["changes"]!.AsArray().Select(change => new ChangeEntry(
                change!["sequence"]!.GetValue<long>(), change["articleId"]!.GetValue<string>(), change["version"]!.GetValue<int>(),
                change["kind"]!.GetValue<string>())).ToList();
            if (entries.Count == 0) return changes;
            changes.AddRange(entries);
        }
    }

    /// <summary>How many articles stand in a state at their latest version.</summary>
    public async Task<int> CountAsync(string state, CancellationToken cancellationToken)
    {
        var count = 0;
        for (string? cursor = ""; cursor is not null;)
        {
            var query = cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var page = await read.GetFromJsonAsync<JsonNode>($"v1/articles?state={state}&limit=200{query}", cancellationToken);
            count += page!["items"]!.AsArray().Count;
            cursor = page["nextCursor"]?.GetValue<string>();
        }
        return count;
    }
}

/// <summary>What was accepted.</summary>
public sealed record Accepted(string ArticleId, int Version);

/// <summary>An entry of the change sequence.</summary>
public sealed record ChangeEntry(long Sequence, string ArticleId, int Version, string Kind);
