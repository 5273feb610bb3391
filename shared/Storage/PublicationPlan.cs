namespace Ingestion.Storage;

/// <summary>What both adapters decide alike about a publication whose version is not stored yet.</summary>
internal sealed record PublicationPlan
{
    /// <summary>The version as it is to be written, without its place in the sequence.</summary>
    public required PublishedArticle Article { get; init; }

    /// <summary>The change it makes; null if it is stale.</summary>
    public required ChangeKind? Change { get; init; }

    /// <summary>Where its submission ends.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>The trace of the article.</summary>
    public required string? TraceParent { get; init; }

    /// <summary>What a list shows of it.</summary>
    public required ArticleSummary? Summary { get; init; }

    /// <summary>What the caller is told.</summary>
    public WriteOutcome Outcome => Change is null ? WriteOutcome.Stale : WriteOutcome.Written;

    /// <summary>Decides, given the article's current version, if it has one.</summary>
    public static PublicationPlan Decide(Publication publication, CurrentVersion? current)
    {
        var isStale = current?.Version > publication.Version;
        var isWithdrawal = publication.Article is null;
        var isWithdrawn = isStale && current!.IsTombstone;
        return new PublicationPlan
        {
            Article = new PublishedArticle
            {
                ArticleId = publication.ArticleId,
                Version = publication.Version,
                Source = publication.Source,
                Language = isWithdrawal ? current?.Language : publication.Enrichment?.Language,
                Topics = publication.Article is { } about ? ArticleTopics.Of(about) : current?.Topics ?? [],
                ReceivedAt = publication.ReceivedAt,
                PublishedAt = publication.PublishedAt,
                FirstPublishedAt = current?.FirstPublishedAt ?? publication.PublishedAt,
                ClusterId = current?.ClusterId,
                IsCurrent = !isStale,
                Article = isWithdrawn ? null : publication.Article,
                Enrichment = isWithdrawal || isWithdrawn ? null : publication.Enrichment,
            },
            Change = isStale ? null
                : isWithdrawal ? ChangeKind.Withdrawal
                : current is null or { IsTombstone: true } ? ChangeKind.New
                : current.TextHash == TextHash.Of(publication.Article) ? ChangeKind.Metadata
                : ChangeKind.Correction,
            State = isStale ? SubmissionState.Superseded : isWithdrawal ? SubmissionState.Withdrawn : SubmissionState.Published,
            TraceParent = publication.TraceParent,
            Summary = publication.Article is { } article
                ? new ArticleSummary(article.Title, publication.Enrichment?.Language ?? "und", article.WordCount, article.WordsRemoved)
                : null,
        };
    }
}

/// <summary>What a publication has to know of the article's current version.</summary>
internal sealed record CurrentVersion(
    int Version, bool IsTombstone, DateTimeOffset FirstPublishedAt, string? TextHash, string? ClusterId, string? Language,
    IReadOnlyList<string> Topics);
