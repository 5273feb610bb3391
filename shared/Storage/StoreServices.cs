using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Mongo;
using Ingestion.Storage.Sqlite;
using Ingestion.Storage.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ingestion.Storage;

/// <summary>Registers the store.</summary>
public static class StoreServices
{
    /// <summary>
    /// Registers the ports on the store that section "Store" names, and a hosted service that prepares it; call it before the
    /// bus is added, since hosted services start in that order. The host starts also while the store cannot be reached: it is
    /// prepared as soon as it can be, see <see cref="StoreReady"/>.
    /// </summary>
    public static IHostApplicationBuilder AddIngestionStore(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        if (builder.Configuration.GetValue($"{StoreOptions.Section}:{nameof(StoreOptions.Provider)}", new StoreOptions().Provider)
            == StoreProvider.Sqlite)
            services.AddSqliteStore();
        else
            services.AddMongoStore();
        services.AddSingleton<StoreReady>();
        services.AddHostedService<StorePreparation>();
        return builder;
    }

    private static void AddSqliteStore(this IServiceCollection services) => services
        .AddSingleton<SqliteDatabase>()
        .AddSingleton<IStoreLifecycle, SqliteLifecycle>()
        .AddSingleton<ISubmissionStore, SqliteSubmissionStore>()
        .AddSingleton<IArticleStore, SqliteArticleStore>()
        .AddSingleton<IPayloadStore, SqlitePayloadStore>()
        .AddSingleton<IRelayStore, SqliteRelayStore>()
        .AddSingleton<IIdempotencyStore, SqliteIdempotencyStore>()
        .AddSingleton<ISourceStore, SqliteSourceStore>()
        .AddSingleton<IFeedStore, SqliteFeedStore>()
        .AddSingleton<IHostGate, SqliteHostGate>()
        .AddSingleton<ISourceTokenStore, SqliteSourceTokenStore>()
        .AddSingleton<IRefusalStore, SqliteRefusalStore>()
        .AddSingleton<ISourceStatistics, SqliteSourceStatistics>()
        .AddSingleton<ISubscriberStore, SqliteSubscriberStore>()
        .AddSingleton<ISubscriptionStore, SqliteSubscriptionStore>()
        .AddSingleton<IDispatchStore, SqliteDispatchStore>()
        .AddSingleton<IDeliveryStore, SqliteDeliveryStore>();

    private static void AddMongoStore(this IServiceCollection services) => services
        .AddSingleton<MongoDatabase>()
        .AddSingleton<IStoreLifecycle, MongoLifecycle>()
        .AddSingleton<ISubmissionStore, MongoSubmissionStore>()
        .AddSingleton<IArticleStore, MongoArticleStore>()
        .AddSingleton<IPayloadStore, MongoPayloadStore>()
        .AddSingleton<IRelayStore, MongoRelayStore>()
        .AddSingleton<IIdempotencyStore, MongoIdempotencyStore>()
        .AddSingleton<ISourceStore, MongoSourceStore>()
        .AddSingleton<IFeedStore, MongoFeedStore>()
        .AddSingleton<IHostGate, MongoHostGate>()
        .AddSingleton<ISourceTokenStore, MongoSourceTokenStore>()
        .AddSingleton<IRefusalStore, MongoRefusalStore>()
        .AddSingleton<ISourceStatistics, MongoSourceStatistics>()
        .AddSingleton<ISubscriberStore, MongoSubscriberStore>()
        .AddSingleton<ISubscriptionStore, MongoSubscriptionStore>()
        .AddSingleton<IDispatchStore, MongoDispatchStore>()
        .AddSingleton<IDeliveryStore, MongoDeliveryStore>();
}
