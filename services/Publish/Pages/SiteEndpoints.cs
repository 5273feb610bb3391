using Ingestion.Hosting;

namespace Ingestion.Publish.Pages;

/// <summary>The pages.</summary>
internal static class SiteEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().AnswerHead();
        pages.MapGet("/", FrontPage.HandleAsync);
        pages.MapGet("/articles/{id}", ArticlePage.HandleAsync);
    }
}
