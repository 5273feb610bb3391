using Ingestion.Hosting.Pages;
using Ingestion.Ingest.Polling.Api;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>All that a source's page shows.</summary>
internal sealed record SourcePageContent
{
    public required string Id { get; init; }

    public required Source? Record { get; init; }

    public required PolledFeed? Feed { get; init; }

    public required long Articles { get; init; }

    public required IReadOnlyList<Submission> Latest { get; init; }

    public required IReadOnlyList<DayOfSource> Days { get; init; }

    public required IReadOnlyList<Refusals> Refusals { get; init; }

    public required IReadOnlyList<SourceToken> Tokens { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether this process has pages of articles too.</summary>
    public required bool HasArticlePages { get; init; }

    /// <summary>Whether anything is known of it.</summary>
    public bool IsKnown => Record is not null || Feed is not null || Articles > 0;

    public string Name => Record?.Name ?? Feed?.Polls.Title ?? Id;

    public string State => new ListedSource(Id, Record, Feed is null ? null : FeedContent.From(Feed), Articles, 0).State;
}

/// <summary>Reads it.</summary>
internal sealed class SourcePageReader(
    ISourceStore sources, IFeedStore feeds, ISourceStatistics statistics, ISubmissionStore submissions, IRefusalStore refusals,
    ISourceTokenStore tokens, IEnumerable<NavigationEntry> navigation, TimeProvider clock)
{
    private const int Latest = 10;

    public async Task<SourcePageContent> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new SourcePageContent
        {
            Id = id,
            Record = await sources.FindAsync(id, cancellationToken),
            Feed = await feeds.FindAsync(id, cancellationToken),
            Articles = (await statistics.CountArticlesAsync([id], cancellationToken)).GetValueOrDefault(id),
            Latest = (await submissions.ListAsync(new SubmissionQuery { Source = id, Limit = Latest }, cancellationToken)).Items,
            Days = await statistics.ReadDaysAsync(id, PollutionChart.FirstDay(now), cancellationToken),
            Refusals = await refusals.ListAsync(id, cancellationToken),
            Tokens = await tokens.ListAsync(id, cancellationToken),
            Now = now,
            HasArticlePages = navigation.Any(entry => entry.Section == "/articles"),
        };
    }
}
