using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingestion.Store.Tests;

/// <summary>A store for the tests of one class.</summary>
public abstract class StoreFixture : IAsyncLifetime
{
    /// <summary>Why the tests of this store cannot run here; null if they can.</summary>
    public string? SkipReason { get; protected set; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Empties the store; no process has it open.</summary>
    public abstract Task ResetAsync();

    /// <summary>Opens the store as one more process would, through the registration that services use.</summary>
    public async Task<StoreProcess> OpenAsync()
    {
        var process = new StoreProcess(Configuration);
        await process.Lifecycle.PrepareAsync(TestContext.Current.CancellationToken);
        return process;
    }

    /// <summary>Section "Store".</summary>
    public abstract IReadOnlyDictionary<string, string> Configuration { get; }
}

/// <summary>A process that has the store open.</summary>
public sealed class StoreProcess : IAsyncDisposable
{
    private readonly IHost _host;

    public StoreProcess(IReadOnlyDictionary<string, string> configuration, TimeProvider? time = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        foreach (var (key, value) in configuration) builder.Configuration[$"{StoreOptions.Section}:{key}"] = value;
        if (time is not null) builder.Services.AddSingleton(time);
        builder.AddIngestionStore();
        _host = builder.Build();
    }

    public IHost Host => _host;

    public StoreReady Ready => Get<StoreReady>();

    public IStoreLifecycle Lifecycle => Get<IStoreLifecycle>();

    public ISubmissionStore Submissions => Get<ISubmissionStore>();

    public IArticleStore Articles => Get<IArticleStore>();

    public IPayloadStore Payloads => Get<IPayloadStore>();

    public IIdempotencyStore Idempotency => Get<IIdempotencyStore>();

    public ISourceStore Sources => Get<ISourceStore>();

    public IFeedStore Feeds => Get<IFeedStore>();

    public IHostGate Hosts => Get<IHostGate>();

    public ISourceTokenStore SourceTokens => Get<ISourceTokenStore>();

    public IRefusalStore Refusals => Get<IRefusalStore>();

    public ISubscriberStore Subscribers => Get<ISubscriberStore>();

    public ISubscriptionStore Subscriptions => Get<ISubscriptionStore>();

    public IDispatchStore Dispatches => Get<IDispatchStore>();

    public IDeliveryStore Deliveries => Get<IDeliveryStore>();

    public async ValueTask DisposeAsync() => await ((IAsyncDisposable)_host).DisposeAsync();

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();
}
