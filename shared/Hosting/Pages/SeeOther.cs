using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Pages;

/// <summary>Leads from a form to the page that shows what came of it (303, RFC 9110, 15.4.4), so that reloading sends nothing again.</summary>
/// <param name="path">The page, on this site.</param>
public sealed class SeeOther(string path) : IResult, IStatusCodeHttpResult
{
    /// <summary>303.</summary>
    public int? StatusCode => StatusCodes.Status303SeeOther;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
