using Ingestion.Storage.Clusters;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Clusters of near-duplicates, inside the transaction that publishes a group.</summary>
internal sealed class MongoClusters(MongoDatabase database, IClientSessionHandle session)
{
    private static readonly FilterDefinitionBuilder<ClusterMember> Filter = Builders<ClusterMember>.Filter;

    private readonly Dictionary<string, ClusterMember> _known = [];
    private readonly HashSet<string> _changed = [];

    /// <summary>Reads what publications may be near-duplicates of.</summary>
    /// <param name="publications">The publications.</param>
    /// <param name="clusterOf">The cluster that an article has been in.</param>
    public async Task ReadAsync(IReadOnlyList<Publication> publications, Func<string, string?> clusterOf)
    {
        var bands = publications
            .SelectMany(publication => ClusterChoice.BandsToLookFor(clusterOf(publication.ArticleId), publication.Enrichment)).Distinct().ToList();
        if (bands.Count == 0) return;
        var since = publications.Min(publication => publication.PublishedAt) - ClusterChoice.Window;
        var found = await database.ClusterMembers
            .Find(session, Filter.AnyIn(member => member.Bands, bands) & Filter.Gte(member => member.SeenAt, since))
            .SortByDescending(member => member.SeenAt).Limit(ClusterChoice.MostCandidates).ToListAsync();
        foreach (var member in found) _known[member.ArticleId] = member;
    }

    /// <summary>The version with its cluster; it is found by those after it.</summary>
    public PublishedArticle Assign(PublishedArticle article)
    {
        var assigned = article.IsTombstone ? article : article with { ClusterId = ClusterChoice.Of(article, CandidatesFor(article)) };
        _changed.Add(article.ArticleId);
        if (ClusterChoice.MemberOf(assigned) is { } member) _known[member.ArticleId] = member;
        else _known.Remove(article.ArticleId);
        return assigned;
    }

    /// <summary>Writes what was assigned.</summary>
    public async Task WriteAsync()
    {
        if (_changed.Count == 0) return;
        var writes = _changed.Select(id => _known.TryGetValue(id, out var member)
            ? (WriteModel<ClusterMember>)new ReplaceOneModel<ClusterMember>(Filter.Eq(m => m.ArticleId, id), member) { IsUpsert = true }
            : new DeleteOneModel<ClusterMember>(Filter.Eq(m => m.ArticleId, id)));
        await database.ClusterMembers.BulkWriteAsync(session, writes);
    }

    // Of what was read for the whole group only what shares a band with this one, as the choice expects.
    private IEnumerable<ClusterMember> CandidatesFor(PublishedArticle article)
    {
        var bands = ClusterChoice.BandsToLookFor(article.ClusterId, article.Enrichment).ToHashSet();
        return _known.Values.Where(member => member.Bands.Any(bands.Contains));
    }
}
