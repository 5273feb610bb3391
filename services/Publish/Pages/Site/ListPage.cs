using Ingestion.Hosting;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Pages.Site;

/// <summary>GET /read, /read/sources/{source} and /read/topics/{topic}: lists of articles, the latest first.</summary>
internal static class ListPage
{
    private const int ArticlesOnPage = 20;
    private const int MostColumns = 220;
    private const int LongestWord = 40;

    public static Task<IResult> HandleAllAsync(
        [AsParameters] ReaderParameters parameters, string? search, string? before, HttpContext http, CancellationToken cancellationToken) =>
        HandleAsync(parameters, search, before, http, cancellationToken);

    public static Task<IResult> HandleSourceAsync(
        string source, string? language, string? search, string? before, HttpContext http, CancellationToken cancellationToken) =>
        HandleAsync(new ReaderParameters { Source = source, Language = language }, search, before, http, cancellationToken);

    public static Task<IResult> HandleTopicAsync(
        string topic, string? language, string? search, string? before, HttpContext http, CancellationToken cancellationToken) =>
        HandleAsync(new ReaderParameters { Topic = topic, Language = language }, search, before, http, cancellationToken);

    private static async Task<IResult> HandleAsync(
        ReaderParameters parameters, string? search, string? before, HttpContext http, CancellationToken cancellationToken)
    {
        var site = http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        var errors = new QueryErrors();
        var filter = parameters.ToFilter(errors, search);
        var start = errors.Number("before", before, 1, long.MaxValue, 0);
        if (errors.Any) return SiteLayout.Answer(NoticePage.Of(site, StatusCodes.Status400BadRequest, "That is not a valid filter", errors.Detail), http.Response);

        var articles = http.RequestServices.GetRequiredService<IArticleStore>();
        var query = filter.ToQuery(ArticlesOnPage, start == 0 ? null : start, includeTombstones: false);
        var found = await articles.ListAsync(query with { Limit = ArticlesOnPage + 1 }, cancellationToken);
        var newer = await articles.FindPageBeforeAsync(query, cancellationToken);
        return SiteLayout.Answer(Render(site, site.RootFor(http.Request), filter, query.Before, newer, found), http.Response);
    }

    /// <summary>The page.</summary>
    /// <param name="site">The site.</param>
    /// <param name="root">Where it is reached; ends with a slash.</param>
    /// <param name="filter">What was asked for.</param>
    /// <param name="before">Where the page begins; null for the first.</param>
    /// <param name="newer">Where the page before begins; null if that is the first.</param>
    /// <param name="found">The articles, one more than the page shows if there is another page.</param>
    public static SitePage Render(
        SiteOptions site, Uri root, ReaderFilter filter, long? before, long? newer, IReadOnlyList<PublishedArticle> found)
    {
        var shown = found.Take(ArticlesOnPage).ToList();
        var heading = ListHeading.Of(filter, shown, isLater: before is not null);
        var title = heading.Kind is null && before is null ? site.Name : heading.Text;
        var isFront = heading.Kind is null && before is null;
        long? next = found.Count > ArticlesOnPage ? shown[^1].Sequence : null;
        return new SitePage
        {
            SiteName = site.Name,
            Title = title,
            Filter = filter,
            Canonical = new Uri(root, SitePaths.Of(filter, before)).AbsoluteUri,
            Description = $"The latest articles: {title}",
            Head = Html.Of($"""
                <meta property="og:type" content="website">
                <meta property="og:title" content="{title}">
                <meta property="og:site_name" content="{site.Name}">
                """),
            Main = Html.Of($"""
                {Html.If(heading.Kind is not null, () => Html.Of($"""<p class="kind">{heading.Kind}</p>"""))}
                <h1 dir="auto">{heading.Text}</h1>
                {Languages(filter, shown)}
                {(shown.Count == 0
                    ? Nothing(filter)
                    : Html.Of($"""<ol class="list{(isFront ? " front" : "")}">{Html.Join(shown.Select(Item))}</ol>"""))}
                {Paging(filter, before, newer, next)}
                """),
        };
    }

    private static Html Nothing(ReaderFilter filter) => filter.Search is null
        ? Html.Of($"""<p class="notice">No article here. <a href="/read">Show the latest</a></p>""")
        : Html.Of($"""
            <p class="notice">No article here has all of these words in its title, its summary or its topics. Try fewer words, or
            <a href="/read">show the latest</a>.</p>
            """);

    private static Html Languages(ReaderFilter filter, IEnumerable<PublishedArticle> shown)
    {
        var languages = shown.Select(article => article.Language).OfType<string>().Where(language => language != "und")
            .Concat(filter.Language is { } chosen ? [chosen] : []).Distinct().Order(StringComparer.Ordinal).ToList();
        if (languages.Count < 2 && filter.Language is null) return Html.Empty;
        return Html.Of($"""
            <form class="filters" method="get" action="/{SitePaths.Of(filter with { Language = null, Search = null })}" aria-label="Filter">
            {Html.If(filter.Search is not null, () => Html.Of($"""<input type="hidden" name="search" value="{filter.Search}">"""))}
            <label>Language <select name="language"><option value="">any</option>{Html.Join(languages.Select(language => Option(language, filter.Language)))}</select></label>
            <button>Show</button>
            </form>
            """);
    }

    private static Html Option(string language, string? chosen) =>
        Html.Of($"""<option value="{language}" lang="{language}"{Html.Trusted(language == chosen ? " selected" : "")}>{LanguageName.Of(language)}</option>""");

    private static Html Item(PublishedArticle published)
    {
        var entry = new FeedEntry(published, published.Article!);
        var script = published.Enrichment?.Script ?? "Zyyy";
        return Html.Of($"""
            <li lang="{TextDirection.Language(published.Language ?? "und", script)}" dir="{TextDirection.Of(script)}">
            {Html.If(entry.Image is { } image && image.Url.StartsWith("https:", StringComparison.Ordinal), () => Html.Of(
                $"""<img class="thumb" src="{entry.Image!.Value.Url}" alt="" loading="lazy" referrerpolicy="no-referrer">"""))}
            <h2><a href="/{SitePaths.Article(published.ArticleId)}">{entry.Title}</a></h2>
            {Html.If(entry.Summary is not null, () => Html.Of($"<p>{Shortened(entry.Summary!)}</p>"))}
            <p class="meta"><a href="/{SitePaths.Source(published.Source)}"><bdi>{entry.Article.Publisher ?? published.Source}</bdi></a> {SiteTimes.Published(entry)}</p>
            </li>
            """);
    }

    private static Html Paging(ReaderFilter filter, long? before, long? newer, long? next) => Html.If(before is not null || next is not null, () => Html.Of($"""
        <nav class="paging" aria-label="Pages">
        {Html.If(before is not null, () => Html.Of($"""<a rel="prev" href="/{SitePaths.Of(filter, newer)}">Newer articles</a>"""))}
        {Html.If(next is not null, () => Html.Of($"""<a rel="next" href="/{SitePaths.Of(filter, next)}">Older articles</a>"""))}
        </nav>
        """));

    private static string Shortened(string text)
    {
        // A Han, Kana or Hangul character is as wide as two letters, and says as much.
        var (columns, end) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((columns += rune.Value >= 0x1100 ? 2 : 1) > MostColumns) return WholeWords(text[..end]) + "…";
            end += rune.Utf16SequenceLength;
        }
        return text;
    }

    /// <summary>Without the beginning of a word at its end, where the script has words.</summary>
    private static string WholeWords(string text)
    {
        var blank = text.LastIndexOf(' ');
        return (text.Length - blank < LongestWord ? text[..Math.Max(blank, 0)] : text).TrimEnd(' ', ',', ';', ':', '-', '–', '—');
    }
}
