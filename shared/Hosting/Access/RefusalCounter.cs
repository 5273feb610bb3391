using Ingestion.Hosting.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Access;

/// <summary>Counts the writes that were refused.</summary>
internal sealed class RefusalCounter(PipelineMetrics metrics) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is IStatusCodeHttpResult { StatusCode: >= 400 and var status }) metrics.Refused(status, RefusalReason.Of(status), source: null);
        return result;
    }
}
