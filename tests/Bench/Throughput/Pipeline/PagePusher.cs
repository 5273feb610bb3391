using System.Net;
using System.Net.Http.Headers;

namespace Ingestion.Bench.Throughput.Pipeline;

/// <summary>Pushes pages over HTTP, the bytes as the body, as a crawler would.</summary>
internal sealed class PagePusher(HttpClient client)
{
    /// <summary>Pushes the pages of some numbers, several at the same time.</summary>
    /// <exception cref="InvalidOperationException">A page was not accepted; the message carries the answer.</exception>
    public Task PushAsync(int first, int count, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = Workload.InFlight, CancellationToken = cancellationToken },
            async (number, token) => await PushOneAsync(number, token));

    private async Task PushOneAsync(int number, CancellationToken cancellationToken)
    {
        using var page = new ByteArrayContent(NewsPages.Page(number));
        page.Headers.ContentType = MediaTypeHeaderValue.Parse("text/html; charset=utf-8");
        var door = new Uri($"v1/articles?source=bench&id={number}", UriKind.Relative);
        using var answer = await client.PostAsync(door, page, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Accepted) return;
        throw new InvalidOperationException(
            $"Page {number} was answered with {(int)answer.StatusCode} instead of 202: "
            + $"{await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
