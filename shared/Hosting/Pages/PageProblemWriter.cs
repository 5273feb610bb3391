using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Hosting.Pages;

/// <summary>Shows an error as a page to who asked for a page, where others get problem details.</summary>
internal sealed class PageProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return !request.Path.StartsWithSegments("/v1") && !request.Path.StartsWithSegments("/openapi")
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var statusCode = context.ProblemDetails.Status ?? http.Response.StatusCode;
        var title = statusCode == StatusCodes.Status404NotFound ? "Page not found"
            : context.ProblemDetails.Title ?? ReasonPhrases.GetReasonPhrase(statusCode);
        var detail = statusCode == StatusCodes.Status404NotFound ? "There is nothing at this address." : context.ProblemDetails.Detail;
        PageLayout.SetHeaders(http.Response);
        await http.Response.WriteAsync(
            PageLayout.Document(title, ErrorPage.Body(statusCode, title, detail), PageFrame.Of(http)), http.RequestAborted);
    }
}
