using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ingestion.Hosting.Telemetry;

/// <summary>One trace per article, metrics, and logs of one line each; exported by OTLP where an endpoint is configured.</summary>
internal static class IngestionTelemetry
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddIngestionTelemetry(this IHostApplicationBuilder builder, string serviceName)
    {
        // What a field of the environment says (OTEL_SERVICE_NAME) wins: the default resource reads it.
        var name = builder.Configuration["OTEL_SERVICE_NAME"] ?? serviceName;
        builder.Services.AddSingleton<PipelineMetrics>();

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(name))
            .WithTracing(tracing => tracing
                // Always: MassTransit drops the context of unsampled parents. Sample in the collector's tail.
                .SetSampler(new AlwaysOnSampler())
                .AddSource(PipelineActivity.SourceName, "MassTransit", "MongoDB.Driver")
                // Without the subscriber's span a foreign producer's traceparent is not continued.
                .AddSource("RabbitMQ.Client.Publisher", "RabbitMQ.Client.Subscriber")
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter(PipelineMetrics.MeterName, "MassTransit")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation());
        if (!string.IsNullOrWhiteSpace(builder.Configuration[OtlpEndpoint]))
        {
            telemetry.WithLogging(null, logs => logs.IncludeScopes = true).UseOtlpExporter();
        }

        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // the probes alone would write four lines each
        builder.Logging.AddJsonConsole();
        builder.Services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
    }

    private static bool IsProbe(Microsoft.AspNetCore.Http.PathString path) => path == "/alive" || path == "/ready";
}
