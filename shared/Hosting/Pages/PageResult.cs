using Ingestion.Hosting.Pages.Markup;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Pages;

/// <summary>A whole page.</summary>
internal sealed class PageResult(string title, Html main, int statusCode) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => statusCode;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = statusCode;
        PageLayout.SetHeaders(httpContext.Response);
        return httpContext.Response.WriteAsync(PageLayout.Document(title, main, PageFrame.Of(httpContext)), httpContext.RequestAborted);
    }
}
