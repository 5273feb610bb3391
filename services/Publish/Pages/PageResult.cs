namespace Ingestion.Publish.Pages;

/// <summary>A whole page.</summary>
internal sealed class PageResult(string document, int statusCode) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = statusCode;
        PageLayout.SetHeaders(httpContext.Response);
        return httpContext.Response.WriteAsync(document, httpContext.RequestAborted);
    }
}
