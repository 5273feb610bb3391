using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>Another article that tells the same story.</summary>
/// <param name="Id">The article.</param>
/// <param name="Source">Its source.</param>
/// <param name="Title">Its headline.</param>
/// <param name="FirstPublishedAt">When its first version was published.</param>
internal sealed record SameStory(string Id, string Source, string Title, DateTimeOffset FirstPublishedAt)
{
    /// <summary>Most that are named.</summary>
    public const int Most = 20;

    /// <summary>The others of a cluster; null if there are none.</summary>
    public static IReadOnlyList<SameStory>? Others(IReadOnlyList<PublishedArticle> cluster, string articleId)
    {
        var others = cluster.Where(article => article.ArticleId != articleId && article.Article is not null).Take(Most)
            .Select(article => new SameStory(article.ArticleId, article.Source, article.Article!.Title, article.FirstPublishedAt)).ToList();
        return others.Count == 0 ? null : others;
    }

    /// <summary>The articles of an article's cluster, itself included.</summary>
    public static async Task<IReadOnlyList<PublishedArticle>> ReadClusterAsync(
        PublishedArticle? current, IArticleStore articles, CancellationToken cancellationToken) =>
        current?.ClusterId is { } cluster ? await articles.ListClusterAsync(cluster, Most + 1, cancellationToken) : [];
}
