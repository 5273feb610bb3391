using Ingestion.Hosting;

namespace Ingestion.Publish.Pages.Site;

/// <summary>The reader's site.</summary>
internal static class ReaderSite
{
    public static void MapReaderSite(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().AnswerHead();
        pages.MapGet("/read", ListPage.HandleAllAsync);
        pages.MapGet("/read/sources/{source}", ListPage.HandleSourceAsync);
        pages.MapGet("/read/topics/{topic}", ListPage.HandleTopicAsync);
        pages.MapGet("/read/articles/{id}", ReadPage.HandleAsync);
        pages.MapGet("/read/{**path}", NoticePage.Missing);
        pages.MapGet(SiteStylesheet.Path, SiteStylesheet.Handle);
        pages.MapGet("/sitemap.xml", Sitemap.HandleIndexAsync);
        pages.MapGet("/sitemaps/{part:long}.xml", Sitemap.HandlePartAsync);
        pages.MapGet("/robots.txt", Sitemap.HandleRobots);
    }
}
