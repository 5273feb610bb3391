using System.Globalization;
using Ingestion.Hosting.Access;
using Ingestion.Ingest.Sources;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Ingest.Access;

/// <summary>Answers what is refused with problem details (RFC 9457), and counts every refusal by source and reason.</summary>
internal sealed class RefusalFilter(RefusalBook book) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            var result = await next(context);
            if (result is IStatusCodeHttpResult { StatusCode: >= 400 and var status })
                await book.AddAsync(status, RefusalReason.Of(status), SourceOf(http), http.RequestAborted);
            return result;
        }
        catch (RefusedException e)
        {
            await book.AddAsync(e.StatusCode, e.Reason, e.SourceId ?? SourceOf(http), http.RequestAborted);
            return Answer(http, e);
        }
    }

    private static IResult Answer(HttpContext http, RefusedException refused)
    {
        if (refused.StatusCode == StatusCodes.Status401Unauthorized) http.Response.Headers[HeaderNames.WWWAuthenticate] = BearerToken.Challenge;
        if (refused.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Results.Problem(
            title: "Refused", detail: refused.Message, statusCode: refused.StatusCode,
            extensions: new Dictionary<string, object?> { ["reason"] = refused.Reason });
    }

    /// <summary>The source that a request is about, as far as can be told without its body.</summary>
    private static string? SourceOf(HttpContext http) =>
        http.Features.Get<Caller>()?.SourceId ?? (http.Request.Query["source"].ToString() is { Length: > 0 } named ? named : null);
}
