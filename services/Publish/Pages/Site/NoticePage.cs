using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Reading;

namespace Ingestion.Publish.Pages.Site;

/// <summary>A page of the reader's site for what is not there.</summary>
internal static class NoticePage
{
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
