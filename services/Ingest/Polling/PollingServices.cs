using Ingestion.Hosting.Outbound;
using Ingestion.Ingest.Fetching;
using Ingestion.Ingest.Fetching.Robots;
using Ingestion.Ingest.Polling.Opml;
using Ingestion.Ingest.Polling.WebSub;

namespace Ingestion.Ingest.Polling;

/// <summary>Registers polling.</summary>
internal static class PollingServices
{
    public static void AddPolling(this IHostApplicationBuilder builder)
    {
        builder.AddOutboundHttp();
        builder.Services.AddOptions<PollingOptions>().BindConfiguration(PollingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Fetcher>();
        builder.Services.AddSingleton<HostTurns>();
        builder.Services.AddSingleton<RobotsCache>();
        builder.Services.AddSingleton<FullTextPages>();
        builder.Services.AddSingleton<EntryIntake>();
        builder.Services.AddSingleton<FeedPreview>();
        builder.Services.AddSingleton<HubSubscriber>();
        builder.Services.AddSingleton<HubPushes>();
        builder.Services.AddSingleton<FeedControl>();
        builder.Services.AddSingleton<FreeSourceId>();
        builder.Services.AddSingleton<OpmlImport>();
        builder.Services.AddSingleton<PollMetrics>();
        builder.Services.AddSingleton<FeedPoller>();
        builder.Services.AddHostedService<PollWorker>();
    }
}
