namespace Ingestion.Storage.Clusters;

/// <summary>What is kept of a current article to find its near-duplicates by.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="ClusterId">The cluster it is in.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="Bands">The keys to find it by.</param>
/// <param name="SeenAt">When it was published.</param>
internal sealed record ClusterMember(
    string ArticleId, string ClusterId, string Fingerprint, IReadOnlyList<string> Bands, DateTimeOffset SeenAt);
