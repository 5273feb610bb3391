namespace Ingestion.Storage.Subscriptions;

/// <summary>Which articles and changes a subscription takes. Where a list is empty, everything passes; else one entry has to match.</summary>
public sealed record SubscriptionFilter
{
    /// <summary>Ids of sources.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Languages, BCP 47 primary tags, of the text itself.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Topics: the article's own tags and its section, see <see cref="ArticleTopics"/>.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Keywords of the text, in any case.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Sections, in any case.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Clusters of near-duplicates.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Whether only the first article of a cluster of near-duplicates passes.</summary>
    public bool FirstOfCluster { get; init; }

    /// <summary>Kinds of changes. A withdrawal goes to whoever was sent the article, whatever stands here.</summary>
    public IReadOnlyList<ChangeKind> Changes { get; init; } = [];

    /// <summary>Whether a kind of change passes.</summary>
    public bool Takes(ChangeKind kind) => Changes.Count == 0 || Changes.Contains(kind);

    /// <summary>Whether an article passes. A tombstone passes by its source, and by the language and topics of what it withdrew.</summary>
    public bool Matches(PublishedArticle published)
    {
        var article = published.Article;
        var enrichment = published.Enrichment;
        return Any(Sources, [published.Source], StringComparison.Ordinal)
            && Any(Languages, published.Language is { } language ? [language] : [])
            && Any([.. Topics.Select(ArticleTopics.Normalise)], published.Topics, StringComparison.Ordinal)
            && Any(Keywords, enrichment?.Keywords ?? [])
            && Any(Sections, article?.Section is { } section ? [section] : [])
            && Any(Clusters, published.ClusterId is { } cluster ? [cluster] : [], StringComparison.Ordinal)
            && (!FirstOfCluster || published.ClusterId is null || published.ClusterId == published.ArticleId);
    }

    private static bool Any(
        IReadOnlyList<string> wanted, IEnumerable<string> values, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        wanted.Count == 0 || values.Any(value => wanted.Any(one => string.Equals(one, value, comparison)));
}
