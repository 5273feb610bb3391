using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Api.Records;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Ingestion.Storage;

namespace Ingestion.Publish.Pages.Site;

/// <summary>What else there is to read below an article.</summary>
/// <param name="Elsewhere">The same story from other sources: the near-duplicates, one of a source.</param>
/// <param name="MoreOfSource">The latest of the same source.</param>
internal sealed record RelatedArticles(IReadOnlyList<PublishedArticle> Elsewhere, IReadOnlyList<PublishedArticle> MoreOfSource)
{
    private const int Most = 3;

    public static async Task<RelatedArticles> ReadAsync(PublishedArticle current, IArticleStore articles, CancellationToken cancellationToken)
    {
        var cluster = await SameStory.ReadClusterAsync(current, articles, cancellationToken);
        var latest = await articles.ListAsync(new ArticleQuery { Source = current.Source, Limit = Most + 1 }, cancellationToken);
        return new RelatedArticles(
            [.. cluster.Where(other => other.Source != current.Source).DistinctBy(other => other.Source).Take(Most)],
            [.. latest.Where(other => other.ArticleId != current.ArticleId).Take(Most)]);
    }

    public Html Render(FeedEntry entry) => Html.If(Elsewhere.Count + MoreOfSource.Count > 0, () => Html.Of($"""
        <aside class="related" lang="en" dir="ltr">
        {List("The same story elsewhere", Elsewhere, withSource: true)}
        {List($"More from {NameOf(entry)}", MoreOfSource, withSource: false)}
        </aside>
        """));

    private static Html List(string heading, IReadOnlyList<PublishedArticle> articles, bool withSource) => Html.If(articles.Count > 0, () => Html.Of($"""
        <section><h2>{heading}</h2>
        <ul>{Html.Join(articles.Select(article => Item(new FeedEntry(article, article.Article!), withSource)))}</ul></section>
        """));

    private static Html Item(FeedEntry entry, bool withSource) => Html.Of($"""
        <li><a href="/{SitePaths.Article(entry.Published.ArticleId)}" lang="{entry.Language ?? "und"}" dir="auto">{entry.Title}</a>
        <span class="meta">{Html.If(withSource, () => Html.Of($"<bdi>{NameOf(entry)}</bdi>"))} {SiteTimes.Published(entry)}</span></li>
        """);

    private static string NameOf(FeedEntry entry) => entry.Article.Publisher ?? entry.Published.Source;
}
