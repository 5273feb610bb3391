using Ingestion.Clean.Recleaning;
using Ingestion.Clean.Sources;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Ingestion.Clean;

/// <summary>Clean: takes the article out of the page.</summary>
public static class CleanService
{
    /// <summary>Adds what Clean needs.</summary>
    public static IHostApplicationBuilder AddClean(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CleanOptions>().BindConfiguration("Clean").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => new ArticleCleaner(services.GetRequiredService<IOptions<CleanOptions>>().Value));
        builder.Services.AddSingleton<SourceRulesCache>();
        builder.Services.AddSingleton<Recleaner>();
        return builder;
    }

    /// <summary>Adds Clean's consumers.</summary>
    public static IBusRegistrationConfigurator AddCleanConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<CleanArticleConsumer, CleanArticleConsumerDefinition>();
        return bus;
    }

    /// <summary>Maps the API about sources and their rules.</summary>
    public static IEndpointRouteBuilder MapClean(this IEndpointRouteBuilder app)
    {
        app.MapSources();
        app.MapReclean();
        return app;
    }
}
