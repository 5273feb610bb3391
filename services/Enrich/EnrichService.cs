using MassTransit;

namespace Ingestion.Enrich;

/// <summary>Enrich: adds what can be told from the article alone.</summary>
public static class EnrichService
{
    /// <summary>Adds what Enrich needs.</summary>
    public static IHostApplicationBuilder AddEnrich(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ArticleEnricher>();
        return builder;
    }

    /// <summary>Adds Enrich's consumers.</summary>
    public static IBusRegistrationConfigurator AddEnrichConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<EnrichArticleConsumer, EnrichArticleConsumerDefinition>();
        return bus;
    }
}
