using Ingestion.Contracts;

namespace Ingestion.Storage.Clusters;

/// <summary>Which cluster of near-duplicates an article belongs to. Both adapters decide alike.</summary>
internal static class ClusterChoice
{
    /// <summary>How far back the same story is looked for: what is told again later is told anew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>Most articles that one is compared with.</summary>
    public const int MostCandidates = 500;

    /// <summary>
    /// The cluster of a version that is becoming current: the one it has been in; else that of the article that is most alike, the
    /// earlier one of equals; else one of its own, which has its own id.
    /// </summary>
    /// <param name="article">The version.</param>
    /// <param name="candidates">Articles that share a band with it, within the window.</param>
    public static string Of(PublishedArticle article, IEnumerable<ClusterMember> candidates)
    {
        if (article.ClusterId is { } kept) return kept;
        if (Fingerprint(article.Enrichment) is not { } fingerprint) return article.ArticleId;
        var best = candidates
            .Where(member => member.ArticleId != article.ArticleId && NearDuplicates.AreAlike(member.Fingerprint, fingerprint))
            .OrderByDescending(member => NearDuplicates.Similarity(member.Fingerprint, fingerprint)).ThenBy(member => member.SeenAt)
            .FirstOrDefault();
        return best?.ClusterId ?? article.ArticleId;
    }

    /// <summary>What is kept of a current version to find others by; null for a tombstone, and for a text that is too short.</summary>
    public static ClusterMember? MemberOf(PublishedArticle article) => Fingerprint(article.Enrichment) is { } fingerprint
        ? new ClusterMember(
            article.ArticleId, article.ClusterId ?? article.ArticleId, fingerprint, NearDuplicates.Bands(fingerprint), article.PublishedAt)
        : null;

    /// <summary>The keys to find candidates by; none if it has its cluster, or none can be found.</summary>
    /// <param name="clusterId">The cluster that the article has been in.</param>
    /// <param name="enrichment">What was added to the version.</param>
    public static IReadOnlyList<string> BandsToLookFor(string? clusterId, Enrichment? enrichment) =>
        clusterId is null && Fingerprint(enrichment) is { } fingerprint ? NearDuplicates.Bands(fingerprint) : [];

    private static string? Fingerprint(Enrichment? enrichment) =>
        enrichment?.Fingerprint is { Length: > 0 } fingerprint && NearDuplicates.Bands(fingerprint).Count > 0 ? fingerprint : null;
}
