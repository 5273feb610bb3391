using Ingestion.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingestion.Hosting;

/// <summary>Answers 503 with Retry-After when the store is down: nothing was accepted, and asking again is right.</summary>
internal sealed class StoreUnavailableHandler(IProblemDetailsService problems, ILogger<StoreUnavailableHandler> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not StoreUnavailableException) return false;
        logger.LogWarning(exception, "The store is down: {Method} {Path} was refused", context.Request.Method, context.Request.Path);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Title = "The store is down",
                Detail = "Nothing was accepted. Send the request again after the seconds that Retry-After names.",
                Status = StatusCodes.Status503ServiceUnavailable,
            },
        });
    }
}
