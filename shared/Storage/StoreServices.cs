using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingestion.Storage;

/// <summary>Registers the store.</summary>
public static class StoreServices
{
    /// <summary>
    /// Registers the ports on the store that section "Store" names, and a hosted service that prepares it; call it before the
    /// bus is added, since hosted services start in that order.
    /// </summary>
    public static IHostApplicationBuilder AddIngestionStore(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return builder;
    }
}
