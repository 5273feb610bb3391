using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;

namespace Ingestion.Publish.Pages.Site;

/// <summary>What every page of the reader's site has around its content.</summary>
internal static class SiteLayout
{
    // Nothing runs: no script at all, our own style sheet, images over https alone. JSON-LD is data, which the policy lets stand.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page as an answer.</summary>
    public static IResult Answer(SitePage page, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        response.Headers.CacheControl = "no-cache";
        return Results.Content(Document(page), "text/html; charset=utf-8", statusCode: page.StatusCode);
    }

    /// <summary>The whole document.</summary>
    public static string Document(SitePage page) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{page.Language}" dir="{page.Direction}">
        <head>
        <meta charset="utf-8">
        <title>{(page.Title == page.SiteName ? page.Title : $"{page.Title} · {page.SiteName}")}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        {Html.If(page.Description is not null, () => Html.Of($"""<meta name="description" content="{page.Description}">"""))}
        {Html.If(page.StatusCode != StatusCodes.Status200OK, () => Html.Of($"""<meta name="robots" content="noindex">"""))}
        {Html.If(page.Canonical is not null, () => Html.Of($"""<link rel="canonical" href="{page.Canonical}">"""))}
        <link rel="stylesheet" href="{SiteStylesheet.Path}">
        <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%2317507a'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E">
        {Html.Join(FeedFormat.All.Select(format => Feed(page, format)))}
        {page.Head}
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="masthead" lang="en" dir="ltr">
        <a class="name" href="/read" dir="auto">{page.SiteName}</a>
        <form class="search" role="search" action="/read" method="get">
        <input type="search" name="search" value="{page.Filter.Search}" aria-label="Search" placeholder="Search" maxlength="200" dir="auto">
        <button>Search</button>
        </form>
        </header>
        <main id="main" tabindex="-1">
        {page.Main}
        </main>
        <footer lang="en" dir="ltr">
        <nav aria-label="Feeds">{Html.Join(FeedFormat.All.Select(format => Html.Of($"""<a href="/{page.Filter.AddTo(format.Path)}">{format.Name}</a>{"\n"}""")))}</nav>
        <a href="{page.OperatorPath}" rel="nofollow">For editors</a>
        </footer>
        </body>
        </html>
        """).ToString();

    private static Html Feed(SitePage page, FeedFormat format) => Html.Of(
        $"""<link rel="alternate" type="{format.ContentType}" title="{page.SiteName} ({format.Name})" href="/{page.Filter.AddTo(format.Path)}">{"\n"}""");
}

/// <summary>A page of the reader's site.</summary>
internal sealed record SitePage
{
    /// <summary>The site's name.</summary>
    public required string SiteName { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>What stands in the main landmark.</summary>
    public required Html Main { get; init; }

    /// <summary>The status.</summary>
    public int StatusCode { get; init; } = StatusCodes.Status200OK;

    /// <summary>A BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>ltr or rtl.</summary>
    public string Direction { get; init; } = "ltr";

    /// <summary>What it is about, for search engines.</summary>
    public string? Description { get; init; }

    /// <summary>The page's one address; null for an error.</summary>
    public string? Canonical { get; init; }

    /// <summary>The articles of the list, and of the feeds that readers find.</summary>
    public ReaderFilter Filter { get; init; } = new();

    /// <summary>What else stands in the head.</summary>
    public Html Head { get; init; }

    /// <summary>The operator's page about the same.</summary>
    public string OperatorPath { get; init; } = "/";
}
