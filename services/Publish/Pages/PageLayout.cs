using Ingestion.Publish.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>What every page has around its content.</summary>
internal static class PageLayout
{
    // Nothing but our own style sheet and the articles' images: what Clean might have missed still could not run.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' https: http: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page as an answer.</summary>
    /// <param name="title">The title, without the product's name.</param>
    /// <param name="main">What stands in the main landmark.</param>
    /// <param name="statusCode">The status.</param>
    public static IResult Answer(string title, Html main, int statusCode = StatusCodes.Status200OK) => new PageResult(Document(title, main), statusCode);

    /// <summary>The headers that every page carries.</summary>
    public static void SetHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        response.ContentType = "text/html; charset=utf-8";
    }

    /// <summary>The whole document.</summary>
    public static string Document(string title, Html main) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>{title} · Ingestion</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="{Stylesheet.Path}">
        <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%231f5f8b'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E">
        <link rel="alternate" type="application/atom+xml" title="Articles" href="/v1/feed.atom">
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="site">
        <a class="brand" href="/">Ingestion</a>
        <nav aria-label="Main">
        <a href="/">Articles</a>
        <a href="/v1/feed.atom">Feed</a>
        <a href="/v1/changes?include=none">Changes</a>
        <a href="/openapi/v1.json">API</a>
        </nav>
        </header>
        <main id="main" tabindex="-1">
        {main}
        </main>
        </body>
        </html>
        """).ToString();
}
