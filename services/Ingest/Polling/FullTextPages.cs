using Ingestion.Ingest.Fetching;
using Ingestion.Ingest.Fetching.Robots;
using Ingestion.Ingest.Formats;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling;

/// <summary>Fetches the page of an entry where the feed has too little, as politely as the feed itself.</summary>
internal sealed class FullTextPages(Fetcher fetcher, HostTurns turns, RobotsCache robots, ILogger<FullTextPages> logger)
{
    private const int MaxPageBytes = 10 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The article with its page as content; as it was if the page cannot or need not be had.</summary>
    public async Task<IncomingArticle> CompleteAsync(IncomingArticle article, FullText when, CancellationToken cancellationToken)
    {
        if (when == FullText.Never || article.Url is null || !Uri.TryCreate(article.Url, UriKind.Absolute, out var url)) return article;
        if (when == FullText.Teaser && !TeaserJudge.IsTeaser(article)) return article;
        if (await FetchAsync(url, cancellationToken) is not { } page) return article;
        return article with { Content = page.Content, ContentType = page.ContentType };
    }

    private async Task<FetchAnswer?> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        await using var turn = await turns.WaitAsync(url.Authority, Patience, cancellationToken);
        if (turn is null)
        {
            logger.LogInformation("The page {Url} is not fetched: its host is busy; the feed's own text is taken", url);
            return null;
        }
        if (!(await robots.OfAsync(url, cancellationToken)).Allows(url))
        {
            logger.LogInformation("The page {Url} is not fetched: its robots.txt forbids it; the feed's own text is taken", url);
            return null;
        }
        var answer = await fetcher.FetchAsync(new FetchRequest(url, "text/html, application/xhtml+xml", MaxPageBytes), cancellationToken);
        if (answer is { Outcome: FetchOutcome.Fetched, Content.Length: > 0 } && IsPage(answer.ContentType)) return answer;
        logger.LogInformation("The page {Url} cannot be had, the feed's own text is taken: {Error}", url, answer.Error ?? $"it is {answer.ContentType}");
        return null;
    }

    private static bool IsPage(string? contentType) =>
        contentType is not null && (contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            || contentType.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));
}
