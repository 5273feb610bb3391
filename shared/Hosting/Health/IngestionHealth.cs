using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Ingestion.Hosting.Health;

/// <summary>
/// /alive: the process answers. /ready: it can do its work, so the store (and where it is needed, the broker) can be reached.
/// </summary>
internal static class IngestionHealth
{
    private const string ReadyTag = "ready";

    public static void AddIngestionHealth(this IHostApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<StoreHealthCheck>("store", tags: [ReadyTag]);

    public static void MapIngestionHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/alive", Only(_ => false)).ExcludeFromDescription();
        app.MapHealthChecks("/ready", Only(check => check.Tags.Contains(ReadyTag))).ExcludeFromDescription();
    }

    private static HealthCheckOptions Only(Func<HealthCheckRegistration, bool> predicate) =>
        new() { Predicate = predicate, ResponseWriter = WriteAsync };

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString().ToLowerInvariant(),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = entry.Value.Status.ToString().ToLowerInvariant(), entry.Value.Description }),
        });
}
