using Ingestion.Hosting;
using Ingestion.Hosting.Pages;
using Ingestion.Publish.Api;
using Ingestion.Publish.Deliveries;
using Ingestion.Publish.Exchange;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Hub;
using Ingestion.Publish.Pages;
using Ingestion.Publish.Pages.Site;
using Ingestion.Publish.Publishing;
using Ingestion.Publish.Reading;
using Ingestion.Publish.Streaming;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Publish.Subscriptions.Pages;
using MassTransit;

namespace Ingestion.Publish;

/// <summary>Publish: writes the published version and serves everything that downstream reads.</summary>
public static class PublishService
{
    /// <summary>Adds what Publish needs.</summary>
    public static IHostApplicationBuilder AddPublish(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ArticlePublisher>();
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.AddPages(
            new(100, "Articles", "/") { Section = "/articles" },
            new(150, "Site", "/read"),
            new(300, "Subscriptions", SubscriptionPages.Path),
            new(900, "Feed", "/v1/feed.atom") { FeedType = "application/atom+xml" },
            new(910, "Changes", "/v1/changes?include=none"),
            new(990, "API", "/openapi/v1.json"));
        builder.Services.AddSingleton<ChangeSignal>();
        builder.Services.AddSingleton<ChangeWindow>();
        builder.Services.AddHostedService<ChangeWatch>();
        builder.Services.AddOptions<ExchangeOptions>().BindConfiguration(ExchangeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ExchangeMetrics>();
        builder.Services.AddSingleton<IArticleExchange, ArticleExchange>();
        builder.Services.AddHostedService<ExchangeRelay>();
        builder.AddDeliveries();
        builder.AddHub();
        return builder;
    }

    /// <summary>Adds Publish's consumers.</summary>
    public static IBusRegistrationConfigurator AddPublishConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PublishArticleConsumer, PublishArticleConsumerDefinition>();
        bus.AddConsumer<WithdrawArticleConsumer, WithdrawArticleConsumerDefinition>();
        return bus;
    }

    /// <summary>Maps the read API and the pages.</summary>
    public static IEndpointRouteBuilder MapPublish(this IEndpointRouteBuilder app)
    {
        app.MapReadApi();
        app.MapFeeds();
        app.MapGet("/asyncapi.json", AsyncApiDocument.Handle).ExcludeFromDescription().AnswerHead();
        app.MapSubscribers();
        app.MapSubscriptions();
        app.MapDeliveries();
        app.MapHub();
        app.MapSubscriptionPages();
        app.MapPages();
        app.MapReaderSite();
        return app;
    }
}
