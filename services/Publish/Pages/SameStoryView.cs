using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Api.Records;
using Ingestion.Storage;

namespace Ingestion.Publish.Pages;

/// <summary>The other articles of an article's cluster of near-duplicates.</summary>
internal static class SameStoryView
{
    public static Html Render(IReadOnlyList<PublishedArticle> cluster, string articleId) =>
        SameStory.Others(cluster, articleId) is { } others
            ? Html.Of($"""
                <section>
                <h2>The same story</h2>
                <ul>{Html.Join(others.Select(Item))}</ul>
                </section>
                """)
            : Html.Empty;

    private static Html Item(SameStory other) => Html.Of($"""
        <li><a href="/articles/{other.Id}" dir="auto">{other.Title}</a> <span class="source">{other.Source}</span> {Numbers.Instant(other.FirstPublishedAt)}</li>
        """);
}
