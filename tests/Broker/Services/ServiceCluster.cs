using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Processes;

namespace Ingestion.Broker.Tests.Services;

/// <summary>The services as processes of their own, on one virtual host and one database.</summary>
internal sealed class ServiceCluster(Uri broker, string store, string database) : IAsyncDisposable
{
    private readonly List<ServiceProcess> _processes = [];

    /// <summary>Settings beside broker and store, for all that is started from now on.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Bus__Transport"] = "RabbitMq",
        ["Bus__Host"] = broker.ToString(),
        ["Store__Provider"] = "Mongo",
        ["Store__ConnectionString"] = store,
        ["Store__Database"] = database,
        ["Ingest__Lease"] = "00:00:05",
        ["Ingest__OpenOnLoopback"] = "true",
        ["Pipeline__AttemptDelay"] = "00:00:01",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    /// <summary>The process that accepts.</summary>
    public ServiceProcess Ingest => _processes.First(process => process.Service == "Ingest");

    /// <summary>The process that is read from.</summary>
    public ServiceProcess Publish => _processes.First(process => process.Service == "Publish" && !process.HasExited);

    /// <summary>A client of both.</summary>
    public ArticleClient Client => new(Ingest.Client, Publish.Client);

    /// <summary>Starts services, each waited for.</summary>
    public async Task StartAsync(params string[] services)
    {
        var started = await Task.WhenAll(services.Select(service =>
            ServiceProcess.StartAsync(service, Settings, readyWithin: TimeSpan.FromMinutes(2), cancellationToken: TestContext.Current.CancellationToken)));
        _processes.AddRange(started);
    }

    /// <summary>One running process of a service.</summary>
    public ServiceProcess Running(string service) => _processes.Last(process => process.Service == service && !process.HasExited);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
    }
}
