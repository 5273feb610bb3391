using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>An article: what readers get now, every version, and what became of each.</summary>
internal sealed record ArticleDetail
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its latest version.</summary>
    public required int Version { get; init; }

    /// <summary>Where its latest version stands.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id.</summary>
    public string? SourceArticleId { get; init; }

    /// <summary>Where the page stood, if the sender said so.</summary>
    public string? Url { get; init; }

    /// <summary>The version that readers get; absent before the first is published.</summary>
    public int? PublishedVersion { get; init; }

    /// <summary>When the first version was published.</summary>
    public DateTimeOffset? FirstPublishedAt { get; init; }

    /// <summary>When the version that readers get was published.</summary>
    public DateTimeOffset? LastPublishedAt { get; init; }

    /// <summary>Its place in the change sequence.</summary>
    public long? Sequence { get; init; }

    /// <summary>The cluster of near-duplicates it belongs to: the id of the cluster's first article.</summary>
    public string? ClusterId { get; init; }

    /// <summary>Other articles of the cluster, the first that was published first, at most 20; absent if there are none.</summary>
    public IReadOnlyList<SameStory>? SameStory { get; init; }

    /// <summary>What readers get; absent before the first version is published and after a withdrawal.</summary>
    public ArticleContent? Article { get; init; }

    /// <summary>Every version, oldest first.</summary>
    public required IReadOnlyList<VersionEntry> Versions { get; init; }

    /// <param name="versions">Every version, oldest first; at least one.</param>
    /// <param name="current">The current version, if there is one.</param>
    /// <param name="cluster">The articles of its cluster.</param>
    public static ArticleDetail From(
        IReadOnlyList<Submission> versions, PublishedArticle? current, IReadOnlyList<PublishedArticle> cluster)
    {
        var latest = versions[^1];
        return new ArticleDetail
        {
            Id = latest.ArticleId,
            Version = latest.Version,
            State = latest.State,
            Source = latest.Source,
            SourceArticleId = latest.SourceArticleId,
            Url = latest.IsHeldBack() ? null : latest.Hints.Url,
            PublishedVersion = current?.Version,
            FirstPublishedAt = current?.FirstPublishedAt,
            LastPublishedAt = current?.PublishedAt,
            Sequence = current?.Sequence,
            ClusterId = current?.ClusterId,
            SameStory = Records.SameStory.Others(cluster, latest.ArticleId),
            Article = ArticleContent.From(current, withRemovals: true),
            Versions = [.. versions.Select(VersionEntry.From)],
        };
    }
}
