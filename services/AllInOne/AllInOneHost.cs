using Ingestion.Clean;
using Ingestion.Enrich;
using Ingestion.Hosting;
using Ingestion.Hosting.Bus;
using Ingestion.Ingest;
using Ingestion.Publish;
using Ingestion.Storage;
using Microsoft.Extensions.Configuration.Memory;

namespace Ingestion.AllInOne;

/// <summary>The four services in one process; without settings on the in-memory transport and SQLite.</summary>
internal static class AllInOneHost
{
    /// <summary>Where it listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <summary>Builds the application.</summary>
    /// <param name="settings">Settings of the command line; they win over the environment and the settings files.</param>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Configuration.AddInMemoryCollection(settings);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && builder.Configuration["HTTP_PORTS"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        builder.AddIngestionDefaults("ingestion");
        builder.AddIngest();
        builder.AddClean();
        builder.AddEnrich();
        builder.AddPublish();
        builder.AddIngestionBus(
            bus => bus.AddIngestConsumers().AddCleanConsumers().AddEnrichConsumers().AddPublishConsumers(), readyWithoutBroker: true);
        var app = builder.Build();
        app.MapIngestionDefaults();
        app.MapIngest();
        app.MapClean();
        app.MapPublish();
        return app;
    }

    private static Dictionary<string, string?> Defaults => new()
    {
        [$"{BusOptions.Section}:{nameof(BusOptions.Transport)}"] = nameof(BusTransport.InMemory),
        [$"{StoreOptions.Section}:{nameof(StoreOptions.Provider)}"] = nameof(StoreProvider.Sqlite),
        // So that a newcomer needs no token; the start says so.
        [$"{IngestService.ConfigurationSection}:OpenOnLoopback"] = "true",
    };
}
