using Ingestion.Hosting.Pages;
using Ingestion.Contracts;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Hosting.Access;
using Ingestion.Publish.Api.Records;
using Ingestion.Publish.Subscriptions;
using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Publish.Subscriptions.Pages;
using Ingestion.Storage;

namespace Ingestion.Publish.Pages;

/// <summary>GET /articles/{id}: what came out, what was taken away, and how it went.</summary>
internal static class ArticlePage
{
    public static async Task<IResult> HandleAsync(
        string id, HttpContext http, ISubmissionStore submissions, IArticleStore articles, DeliveryProof proof, OperatorAccess operators,
        OperatorSession sessions, CancellationToken cancellationToken)
    {
        if (!ArticleId.IsWellFormed(id)) return MissingArticle.Answer(id);
        var versions = await submissions.ListVersionsAsync(id, cancellationToken);
        if (versions.Count == 0) return MissingArticle.Answer(id);
        var current = await articles.FindCurrentAsync(id, cancellationToken);
        // Who subscribes is the operator's business, and nobody else's.
        var recipients = sessions.IsSignedIn(http.Request) || operators.IsOpenTo(http)
            ? ArticleRecipients.Render(await proof.ReadAsync(id, new SubscriptionCaller(SubscriberId: null), cancellationToken))
            : Html.Empty;
        return current is { IsTombstone: true }
            ? PageLayout.Answer("Withdrawn", Html.Join([RenderTombstone(versions, current), recipients]), StatusCodes.Status410Gone)
            : PageLayout.Answer(TitleOf(versions, current), Html.Join(
                [Render(versions, current, await SameStory.ReadClusterAsync(current, articles, cancellationToken)), recipients]));
    }

    /// <summary>The page's content for an article that is not withdrawn.</summary>
    /// <param name="versions">Every version, oldest first; at least one.</param>
    /// <param name="current">The version that readers get, if there is one yet.</param>
    /// <param name="cluster">The articles of its cluster.</param>
    public static Html Render(IReadOnlyList<Submission> versions, PublishedArticle? current, IReadOnlyList<PublishedArticle> cluster)
    {
        var latest = versions[^1];
        return current?.Article is { } article
            ? Html.Of($"""
                {Pending(latest, current)}
                <div class="columns">
                {ArticleBody.Render(article, current.Enrichment)}
                <aside aria-label="About this article">
                {Facts(latest, current, article)}
                {SameStoryView.Render(cluster, latest.ArticleId)}
                {RemovalLedgerView.Render(article)}
                {Warnings(article)}
                </aside>
                </div>
                {VersionHistory.Render(versions)}
                """)
            : Html.Of($"""
                <h1 dir="auto">{TitleOf(versions, current)}</h1>
                <p class="meta">{StateBadge.Of(latest.State)} <span class="source">{latest.Source}</span></p>
                {Pending(latest, current)}
                {Links(latest)}
                {VersionHistory.Render(versions)}
                """);
    }

    /// <summary>The page's content for an article that was withdrawn.</summary>
    public static Html RenderTombstone(IReadOnlyList<Submission> versions, PublishedArticle tombstone) => Html.Of($"""
        <div class="notice">
        <p class="status">410</p>
        <h1>This article was withdrawn</h1>
        <p>Its source, <b>{tombstone.Source}</b>, took it back. The withdrawal took effect at {Numbers.Instant(tombstone.PublishedAt)}.</p>
        <p class="links"><a href="/v1/articles/{tombstone.ArticleId}">JSON</a></p>
        </div>
        {VersionHistory.Render(versions)}
        """);

    private static string TitleOf(IReadOnlyList<Submission> versions, PublishedArticle? current) =>
        current?.Article is { } article ? ArticleTitle.Of(article) : ArticleTitle.Of(versions[^1]);

    private static Html Pending(Submission latest, PublishedArticle? current)
    {
        var shown = current is null ? "" : $" What you see is version {current.Version}.";
        return latest.State switch
        {
            SubmissionState.Accepted => Html.Of($"""
                <p class="banner" role="status">Version {latest.Version} is on its way through the pipeline, attempt {latest.Attempt}{DueAt(latest)}.{shown}
                {Html.If(latest.Failure is not null, () => Html.Of($"The last attempt failed in {latest.Failure!.Stage.ToString()}: {latest.Failure.Error}"))}</p>
                """),
            SubmissionState.Failed => Html.Of($"""
                <div class="banner failed" role="status"><p>Version {latest.Version} failed in <b>{latest.Failure?.Stage.ToString()}</b>: <code>{latest.Failure?.Reason}</code>.{shown}</p>
                <p>{latest.Failure?.Error}</p>
                <p>Once the cause is mended, drive it again with <code>POST /v1/articles/{latest.ArticleId}/replay</code>.</p></div>
                """),
            _ => Html.Empty,
        };
    }

    private static Html DueAt(Submission latest) => latest.DueAt is { } due ? Html.Of($", driven again at {Numbers.Instant(due)} if need be") : Html.Empty;

    private static Html Facts(Submission latest, PublishedArticle current, CleanedArticle article) => Html.Of($"""
        <section>
        <h2>Facts</h2>
        <dl class="facts">
        {Fact("State", StateBadge.Of(latest.State))}
        {Fact("Source", Html.Of($"{current.Source}"))}
        {Fact("Version", Html.Of($"{current.Version}"))}
        {Fact("Language", Html.Of($"{current.Enrichment?.Language} · {current.Enrichment?.Script}"))}
        {Fact("Words", Html.Of($"{Numbers.Count(article.WordCount)} kept, {Numbers.Count(article.WordsRemoved)} removed"))}
        {Fact("Pollution", Html.Of($"{Percent(article.Pollution)}"))}
        {Fact("Charset", Html.Of($"{article.Charset}"))}
        {Fact("Rules", Html.Of($"<code>{article.RuleSetVersion}</code>"))}
        {Fact("Published here", Numbers.Instant(current.PublishedAt))}
        {Html.If(article.CanonicalUrl is not null, () => Fact("Address", SafeLink.To(article.CanonicalUrl!)))}
        {Html.If(article.Licence is not null, () => Fact("Licence", Html.Of($"{article.Licence}")))}
        {Html.If(article.CitedUrl is not null, () => Fact("Cites as origin", SafeLink.To(article.CitedUrl!)))}
        {Html.If(current.Enrichment is { Keywords.Count: > 0 }, () => Fact("Keywords", Html.Of($"{string.Join(" · ", current.Enrichment!.Keywords)}")))}
        </dl>
        {Links(latest)}
        </section>
        """);

    private static Html Fact(string name, Html value) => Html.Of($"""<div><dt>{name}</dt><dd>{value}</dd></div>""");

    private static string Percent(double share) => $"{Numbers.Attribute(Math.Round(100 * share))} %";

    private static Html Links(Submission latest) => Html.Of($"""
        <p class="links"><a href="/read/articles/{latest.ArticleId}">As readers see it</a> <a href="/v1/articles/{latest.ArticleId}">JSON</a> <a href="/v1/articles/{latest.ArticleId}/raw">Bytes as received</a></p>
        """);

    private static Html Warnings(CleanedArticle article) => Html.If(article.Warnings.Count > 0, () => Html.Of($"""
        <section>
        <h2>Warnings</h2>
        <ul class="warnings">{Html.Join(article.Warnings.Select(warning => Html.Of($"<li><code>{warning.Code}</code> {warning.Message}</li>")))}</ul>
        </section>
        """));
}
