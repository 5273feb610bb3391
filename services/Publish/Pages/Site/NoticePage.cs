using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Reading;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Pages.Site;

/// <summary>A page of the reader's site for what is not there.</summary>
internal static class NoticePage
{
    /// <summary>The answer where the site has no page.</summary>
    public static IResult Missing(IOptions<SiteOptions> site, HttpResponse response) => SiteLayout.Answer(
        Of(site.Value, StatusCodes.Status404NotFound, "Page not found", "There is nothing at this address."), response);

    /// <summary>A page that says what is the matter.</summary>
    public static SitePage Of(SiteOptions site, int statusCode, string title, string detail) => new()
    {
        SiteName = site.Name,
        Title = title,
        StatusCode = statusCode,
        Main = Html.Of($"""
            <div class="gone">
            <h1>{title}</h1>
            <p>{detail}</p>
            <p><a href="/read">The latest articles</a></p>
            </div>
            """),
    };
}
