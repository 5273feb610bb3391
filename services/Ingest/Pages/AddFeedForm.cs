using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Hosting.Sources;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Polling;
using Ingestion.Ingest.Polling.Api;
using Ingestion.Ingest.Polling.Opml;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>Adds a feed in two steps: its address, then what is in it and what it is to be called.</summary>
internal static class AddFeedForm
{
    /// <summary>The first step.</summary>
    /// <param name="url">What was entered before.</param>
    /// <param name="id">The source that is to have the feed; null for a new one.</param>
    public static Html Ask(string? url, string? id) => Html.Of($"""
        <form method="post" action="{SourcePages.Path}/preview" class="ask">
        {Html.If(id is not null, () => Html.Of($"""<input type="hidden" name="id" value="{id}">"""))}
        <label>Address of a site or of its feed <input name="url" type="url" required value="{url}" placeholder="https://" autocapitalize="none"></label>
        <button>Find the feed</button>
        </form>
        """);

    /// <summary>POST /sources/preview: the second step. Nothing is written.</summary>
    public static async Task<IResult> PreviewAsync(
        HttpRequest request, FeedControl control, FreeSourceId ids, SourceListing listing, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        var (found, error) = await control.LookAsync(form["url"], cancellationToken);
        if (found is null) return Answer(Ask(form["url"], NullIfEmpty(form["id"])), error);
        var title = found.Feed!.Title?.ToPlainText();
        var id = NullIfEmpty(form["id"]) ?? await ids.FindAsync(SourceName.Of(new OpmlFeed(found.Url, title)), cancellationToken);
        return Answer(Found(found, new Entered(id, title, found.Url), form["id"].Count > 0), error: null);
    }

    /// <summary>POST /sources/feed: saves it.</summary>
    public static async Task<IResult> SaveAsync(
        HttpRequest request, FeedControl control, SourceControl records, IFeedStore feeds, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        var entered = new Entered(form["id"].ToString().Trim(), NullIfEmpty(form["name"]), form["url"].ToString());
        if (SourceId.Error(entered.Id) is { } wrong)
            return Answer(Save(entered, isFixed: false), FeedProblems.Fields(new Dictionary<string, string[]> { ["id"] = [wrong] }));
        if (await feeds.FindAsync(entered.Id, cancellationToken) is not null)
        {
            return Answer(Save(entered, isFixed: false), new SetupError(
                StatusCodes.Status409Conflict, "That id is taken", $"The source '{entered.Id}' has a feed already. Choose another id."));
        }
        var error = await records.EnsureAsync(entered.Id, entered.Name, cancellationToken);
        if (error is null) (_, error) = await control.SaveAsync(entered.Id, FeedForms.Read(form), cancellationToken);
        return error is null ? new SeeOther($"{SourcePages.Of(entered.Id)}?done=added") : Answer(Save(entered, isFixed: false), error);
    }

    private static IResult Answer(Html content, SetupError? error) => PageLayout.Answer("Add a feed", Html.Of($"""
        <h1>Add a feed</h1>
        {PlainWords.Notice(null, error)}
        {content}
        """), error?.StatusCode ?? StatusCodes.Status200OK);

    private static Html Found(PreviewedFeed found, Entered entered, bool isFixed) => Html.Of($"""
        <h2>{entered.Name ?? found.Url}</h2>
        <p class="meta"><span>{found.Feed!.Version.ToString()}</span> <span>{Numbers.Count(found.Feed.Entries.Count, "entry", "entries")}</span> {SafeLink.To(found.Url)}</p>
        {Html.If(found.Feed.Defects.Count > 0, () => Html.Of($"""<p class="banner">It can be read, but: {string.Join(" ", found.Feed.Defects)}</p>"""))}
        <ol class="entries">{Html.Join(found.Entries.Select(Entry))}</ol>
        {Html.If(found.Entries.Count == 0, () => Html.Of($"<p>It has no entries now.</p>"))}
        {Html.If(found.Candidates.Count > 1, () => Html.Of($"""
            <details><summary>The page names {Numbers.Count(found.Candidates.Count)} feeds</summary>
            <ul class="candidates">{Html.Join(found.Candidates.Select(candidate => Candidate(candidate.Url, isFixed ? entered.Id : null)))}</ul></details>
            """))}
        {Save(entered, isFixed)}
        """);

    private static Html Candidate(string url, string? id) => Html.Of($"""
        <li><form method="post" action="{SourcePages.Path}/preview">
        {Html.If(id is not null, () => Html.Of($"""<input type="hidden" name="id" value="{id}">"""))}
        <input type="hidden" name="url" value="{url}"><button class="plain">{url}</button></form></li>
        """);

    private static Html Entry(IncomingArticle entry) => Html.Of($"""
        <li><bdi>{(entry.Url is null ? Html.Of($"{entry.Title ?? "Untitled"}") : SafeLink.To(entry.Url, entry.Title ?? entry.Url))}</bdi>
        <span class="when">{entry.PublishedAt?.ToString()}{Html.If(TeaserJudge.IsTeaser(entry), () => Html.Of($" · a teaser: its page would be fetched"))}</span></li>
        """);

    private static Html Save(Entered entered, bool isFixed) => Html.Of($"""
        <form method="post" action="{SourcePages.Path}/feed" class="fields">
        <label>Id, for the API and the articles <input name="id" required maxlength="128" value="{entered.Id}"{Html.Trusted(isFixed ? " readonly" : "")} autocapitalize="none" spellcheck="false"></label>
        <label>Name <input name="name" maxlength="200" value="{entered.Name}"></label>
        {FeedForms.Fields(entered.Url, FullText.Teaser, minInterval: null)}
        <p class="buttons"><button>Save and poll it</button> <a href="{SourcePages.Path}">Cancel</a></p>
        </form>
        """);

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private sealed record Entered(string Id, string? Name, string Url);
}
