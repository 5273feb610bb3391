using Ingestion.Hosting.Pages.Markup;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Pages;

/// <summary>What every page has around its content.</summary>
public static class PageLayout
{
    // Nothing but our own style sheet and the articles' images: what Clean might have missed still could not run.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' https: http: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page as an answer.</summary>
    /// <param name="title">The title, without the product's name.</param>
    /// <param name="main">What stands in the main landmark.</param>
    /// <param name="statusCode">The status.</param>
    public static IResult Answer(string title, Html main, int statusCode = StatusCodes.Status200OK) => new PageResult(title, main, statusCode);

    /// <summary>The headers that every page carries.</summary>
    internal static void SetHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        // Others learn nothing; a form posted back here keeps its Origin, which "no-referrer" would turn into null (see SameOrigin).
        response.Headers["Referrer-Policy"] = "same-origin";
        if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "no-cache";
        response.ContentType = "text/html; charset=utf-8";
    }

    /// <summary>The whole document.</summary>
    internal static string Document(string title, Html main, PageFrame frame) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>{title} · Ingestion</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="{Stylesheet.Path}">
        <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%231f5f8b'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E">
        {Html.Join(frame.Entries.Where(entry => entry.FeedType is not null).Select(Alternate))}
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="site">
        <a class="brand" href="{frame.Home}">Ingestion</a>
        <nav aria-label="Main">
        {Html.Join(frame.Entries.Select(entry => Link(entry, frame)))}
        </nav>
        {Html.If(frame.IsSignedIn, SignOut)}
        </header>
        <main id="main" tabindex="-1">
        {main}
        </main>
        </body>
        </html>
        """).ToString();

    private static Html Alternate(NavigationEntry entry) =>
        Html.Of($"""<link rel="alternate" type="{entry.FeedType}" title="{entry.Text}" href="{entry.Path}">""");

    private static Html Link(NavigationEntry entry, PageFrame frame) => Html.Of(
        $"""<a href="{entry.Path}"{Html.Trusted(frame.IsAt(entry) ? " aria-current=\"page\"" : "")}>{entry.Text}</a>{"\n"}""");

    private static Html SignOut() => Html.Of($"""<form class="sign-out" method="post" action="/sign-out"><button class="plain">Sign out</button></form>""");
}
