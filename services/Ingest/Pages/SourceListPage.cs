using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Ingest.Sources;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Ingest.Pages;

/// <summary>GET /sources: all of them with their state, and how to add one.</summary>
internal static class SourceListPage
{
    public static Task<IResult> HandleAsync(string? after, SourceListing listing, TimeProvider clock, CancellationToken cancellationToken) =>
        AnswerAsync(after, null, default, listing, clock, cancellationToken);

    /// <summary>The page, with what came of a form above it.</summary>
    public static async Task<IResult> AnswerAsync(
        string? after, SetupError? error, Html notice, SourceListing listing, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (items, next) = await listing.ReadAsync(string.IsNullOrEmpty(after) ? null : after, cancellationToken);
        return PageLayout.Answer("Sources", Render(items, after, next, error, notice, clock.GetUtcNow()), error?.StatusCode ?? StatusCodes.Status200OK);
    }

    private static Html Render(
        IReadOnlyList<ListedSource> items, string? after, string? next, SetupError? error, Html notice, DateTimeOffset now) => Html.Of($"""
        <div class="head">
        <h1>Sources</h1>
        <ul class="counts"><li><a href="{SourcePages.OpmlPath}" download>Feeds as OPML</a></li></ul>
        </div>
        {PlainWords.Notice(null, error)}
        {notice}
        {AddFeedForm.Ask(url: null, id: null)}
        {More()}
        {(items.Count == 0 && string.IsNullOrEmpty(after)
            ? Html.Of($"""<p class="empty">No sources yet: enter the address of a site or of its feed above, or push an article.</p>""")
            : Html.Of($"""<ol class="articles sources">{Html.Join(items.Select(item => Item(item, now)))}</ol>"""))}
        {Html.If(next is not null || !string.IsNullOrEmpty(after), () => Paging(after, next))}
        """);

    private static Html Item(ListedSource source, DateTimeOffset now) => Html.Of($"""
        <li>
        <h2><bdi><a href="{SourcePages.Of(source.Id)}">{source.Name}</a></bdi></h2>
        <p class="meta">
        {FeedState.Badge(source.State)}
        <code>{source.Id}</code>
        <span>{Numbers.Count(source.Articles, "article", "articles")}</span>
        {Html.If(source.Refusals > 0, () => Html.Of($"""<span class="removed">{Numbers.Count(source.Refusals)} refused</span>"""))}
        {Html.If(source.Feed?.LastPolledAt is not null, () => Html.Of($"<span>polled {PlainWords.Distance(source.Feed!.LastPolledAt!.Value, now)}</span>"))}
        {Html.If(source.Feed?.NextPollAt is not null, () => Html.Of($"<span>next {FeedState.Next(source.Feed!.NextPollAt!.Value, now)}</span>"))}
        </p>
        {Html.If(source.Feed is not null, () => Html.Of($"""<p class="address">{SafeLink.To(source.Feed!.Url)}</p>"""))}
        {Html.If(source.Feed?.Error is not null, () => Html.Of($"""<p class="error">{source.Feed!.Error}</p>"""))}
        </li>
        """);

    private static Html More() => Html.Of($"""
        <details class="more">
        <summary>A source that pushes, or a list of feeds</summary>
        <div class="pair">
        <form method="post" action="{SourcePages.Path}/record" class="fields">
        <h2>A source that pushes</h2>
        <label>Id, as its articles name it <input name="id" required maxlength="128" autocapitalize="none" spellcheck="false"></label>
        <label>Name <input name="name" maxlength="200"></label>
        <button>Add</button>
        </form>
        <form method="post" action="{SourcePages.Path}/import" enctype="multipart/form-data" class="fields">
        <h2>A list of feeds</h2>
        <label>OPML file, as feed readers export it <input type="file" name="file" required accept=".opml,.xml,text/x-opml,text/xml"></label>
        <button>Import</button>
        </form>
        </div>
        </details>
        """);

    private static Html Paging(string? after, string? next) => Html.Of($"""
        <nav class="paging" aria-label="Pages">
        {Html.If(!string.IsNullOrEmpty(after), () => Html.Of($"""<a href="{SourcePages.Path}">First</a>"""))}
        {Html.If(next is not null, () => Html.Of($"""<a rel="next" href="{QueryHelpers.AddQueryString(SourcePages.Path, "after", next!)}">Next</a>"""))}
        </nav>
        """);
}
