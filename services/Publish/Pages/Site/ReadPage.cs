using Ingestion.Contracts;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Pages.Site;

/// <summary>GET /read/articles/{id}: an article for readers.</summary>
internal static class ReadPage
{
    public static async Task<IResult> HandleAsync(
        string id, IArticleStore articles, IOptions<SiteOptions> options, HttpContext http, CancellationToken cancellationToken)
    {
        var site = options.Value;
        var current = ArticleId.IsWellFormed(id) ? await articles.FindCurrentAsync(id, cancellationToken) : null;
        if (current is null)
            return SiteLayout.Answer(NoticePage.Of(site, StatusCodes.Status404NotFound, "No such article", "There is no article at this address."), http.Response);
        if (current.Article is null)
        {
            var notice = NoticePage.Of(
                site, StatusCodes.Status410Gone, "This article was withdrawn",
                $"Its source took it back on {current.PublishedAt.UtcDateTime:yyyy-MM-dd}. It can no longer be read here.");
            return SiteLayout.Answer(notice with { OperatorPath = $"/articles/{id}" }, http.Response);
        }
        var change = current.Sequence is { } sequence ? await articles.ReadChangesAsync(sequence - 1, 1, cancellationToken) : [];
        var related = await RelatedArticles.ReadAsync(current, articles, cancellationToken);
        return SiteLayout.Answer(
            Render(
                site, site.RootFor(http.Request), new FeedEntry(current, current.Article), change.Count == 0 ? ChangeKind.New : change[0].Kind,
                related), http.Response);
    }

    /// <summary>The page.</summary>
    /// <param name="site">The site.</param>
    /// <param name="root">Where it is reached; ends with a slash.</param>
    /// <param name="entry">The article.</param>
    /// <param name="change">What its current version was to the one before.</param>
    /// <param name="related">What else there is to read.</param>
    public static SitePage Render(SiteOptions site, Uri root, FeedEntry entry, ChangeKind change, RelatedArticles related)
    {
        var published = entry.Published;
        var script = published.Enrichment?.Script ?? "Zyyy";
        var address = new Uri(root, SitePaths.Article(published.ArticleId)).AbsoluteUri;
        return new SitePage
        {
            SiteName = site.Name,
            Title = entry.Title,
            Language = TextDirection.Language(published.Language ?? "und", script),
            Direction = TextDirection.Of(script),
            Description = entry.Summary,
            Canonical = address,
            OperatorPath = $"/articles/{published.ArticleId}",
            Head = Html.Of($"""
                <meta property="og:type" content="article">
                <meta property="og:title" content="{entry.Title}">
                <meta property="og:url" content="{address}">
                <meta property="og:site_name" content="{site.Name}">
                {Html.If(entry.Summary is not null, () => Html.Of($"""<meta property="og:description" content="{entry.Summary}">"""))}
                {Html.If(entry.Image is not null, () => Html.Of($"""<meta property="og:image" content="{entry.Image!.Value.Url}">"""))}
                <script type="application/ld+json">{NewsArticle.Write(site, address, entry)}</script>
                """),
            Main = Html.Of($"""
                <article>
                <h1>{entry.Title}</h1>
                {Html.If(entry.Article.Standfirst is not null, () => Html.Of($"""<p class="standfirst">{entry.Article.Standfirst}</p>"""))}
                <p class="byline">
                {Html.If(entry.Article.Authors.Count > 0, () => Html.Of($"<bdi>{string.Join(", ", entry.Article.Authors)}</bdi>"))}
                <a href="/{SitePaths.Source(published.Source)}"><bdi>{entry.Article.Publisher ?? published.Source}</bdi></a>
                {SiteTimes.Published(entry)}
                {Html.If(entry.Original is not null, () => Html.Of($"""<span lang="en" dir="ltr">{SafeLink.To(entry.Original!, "Original")}</span>"""))}
                </p>
                {Notice(change, published.PublishedAt)}
                {LeadImage(entry)}
                <div class="body">
                {Html.Trusted(entry.Article.BodyHtml)}
                </div>
                </article>
                {Html.If(entry.Categories.Count > 0, () => Html.Of($"""
                    <ul class="topics" aria-label="Topics">{Html.Join(entry.Categories.Select(topic => Html.Of($"""<li><a href="/{SitePaths.Topic(topic)}" rel="tag"><bdi>{topic}</bdi></a></li>""")))}</ul>
                    """))}
                {Html.If(entry.Article.Licence is not null, () => Html.Of($"""<p class="meta" lang="en" dir="ltr">Licence: {SafeLink.To(entry.Article.Licence!)}</p>"""))}
                {related.Render(entry)}
                """),
        };
    }

    private static Html Notice(ChangeKind change, DateTimeOffset at) => change switch
    {
        ChangeKind.Correction => Html.Of($"""<p class="notice" lang="en" dir="ltr">Corrected on {SiteTimes.Instant(at)}</p>"""),
        ChangeKind.Metadata => Html.Of($"""<p class="notice" lang="en" dir="ltr">Updated on {SiteTimes.Instant(at)}</p>"""),
        _ => Html.Empty,
    };

    /// <summary>The lead image, unless the body shows it already.</summary>
    private static Html LeadImage(FeedEntry entry)
    {
        if (entry.Image is not { } image || !image.Url.StartsWith("https:", StringComparison.Ordinal)) return Html.Empty;
        if (entry.Article.Images.Any(one => one.Url == entry.Article.LeadImage!.Url)) return Html.Empty;
        var lead = entry.Article.LeadImage!;
        return Html.Of($"""
            <figure class="lead">
            <img src="{image.Url}" alt="{lead.Alt}" referrerpolicy="no-referrer">
            {Html.If(lead.Caption is not null, () => Html.Of($"<figcaption>{lead.Caption}</figcaption>"))}
            </figure>
            """);
    }
}
