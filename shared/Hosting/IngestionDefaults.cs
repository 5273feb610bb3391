using Ingestion.Contracts;
using Ingestion.Hosting.Access;
using Ingestion.Hosting.Health;
using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Sources;
using Ingestion.Hosting.Telemetry;
using Ingestion.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingestion.Hosting;

/// <summary>What every service has, and has in the same way: the store, telemetry, health, errors and shutdown.</summary>
public static class IngestionDefaults
{
    /// <summary>Adds the defaults.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="serviceName">The service's name in traces, metrics and logs; OTEL_SERVICE_NAME overrides it.</param>
    public static IHostApplicationBuilder AddIngestionDefaults(this IHostApplicationBuilder builder, string serviceName)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.AddIngestionStore();
        builder.AddIngestionTelemetry(serviceName);
        builder.AddIngestionHealth();
        builder.AddPipeline();
        builder.Services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section);
        builder.Services.AddSingleton(services => new OperatorAccess(services.GetRequiredService<IOptions<AccessOptions>>()));
        builder.Services.AddSingleton(services => new OperatorSession(
            services.GetRequiredService<IOptions<AccessOptions>>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<SourceCache>();
        builder.Services.ConfigureHttpJsonOptions(json => IngestionJson.Configure(json.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<StoreUnavailableHandler>();
        builder.Services.AddOpenApi("v1", document => document.ShouldInclude = call => call.HttpMethod != HttpMethods.Head);
        return builder;
    }

    /// <summary>Maps /alive, /ready and /openapi/v1.json, in every environment, and answers errors with problem details.</summary>
    public static WebApplication MapIngestionDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapIngestionHealth();
        app.MapOpenApi();
        app.MapSharedPages();
        return app;
    }
}
