using Ingestion.Hosting.Pages;
using Ingestion.Ingest.Amqp;
using Ingestion.Ingest.Dispatch;
using Ingestion.Ingest.Pages;
using Ingestion.Ingest.Polling;
using Ingestion.Ingest.Polling.Api;
using Ingestion.Ingest.Polling.WebSub;
using Ingestion.Ingest.Push;
using Ingestion.Ingest.Push.Batch;
using Ingestion.Ingest.Sources;
using Ingestion.Ingest.Submissions;
using MassTransit;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ingestion.Ingest;

/// <summary>Ingest: accepts articles, keeps them, and drives them into the pipeline.</summary>
public static class IngestService
{
    /// <summary>The section of Ingest's settings.</summary>
    public const string ConfigurationSection = IngestOptions.Section;

    /// <summary>Adds what Ingest needs.</summary>
    public static IHostApplicationBuilder AddIngest(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<IngestOptions>().BindConfiguration(IngestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // The body limit is checked where the answer can say so, see BodyReader.
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<SourceGate>();
        builder.Services.AddSingleton<SourceTokens>();
        builder.Services.AddSingleton<TokenControl>();
        builder.Services.AddSingleton<SourceControl>();
        builder.Services.AddSingleton<ArticleRates>();
        builder.Services.AddSingleton<RefusalBook>();
        builder.Services.AddHostedService<RefusalWriter>();
        builder.Services.AddSingleton<Intake>();
        builder.Services.AddSingleton<PushIntake>();
        builder.Services.AddSingleton<EventBatch>();
        builder.Services.AddSingleton<StatusUrls>();
        builder.Services.AddSingleton<DispatchQueue>();
        builder.Services.AddSingleton<SubmissionDispatcher>();
        builder.Services.AddSingleton<ConfirmedSubmissions>();
        builder.Services.AddHostedService<DispatchWorker>();
        builder.Services.AddHostedService<Sweeper>();
        builder.Services.AddHostedService<BacklogMonitor>();
        builder.AddPolling();
        builder.AddPages(new NavigationEntry(200, "Sources", SourcePages.Path));
        builder.Services.AddSingleton<SourceListing>();
        builder.Services.AddSingleton<SourcePageReader>();
        return builder;
    }

    /// <summary>Adds Ingest's consumers.</summary>
    public static IBusRegistrationConfigurator AddIngestConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<SubmitArticleConsumer, SubmitArticleConsumerDefinition>();
        return bus;
    }

    /// <summary>Maps the write API and the pages of sources.</summary>
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder app)
    {
        app.MapPush();
        app.MapFeeds();
        app.MapTokens();
        app.MapOpml();
        app.MapHubCallback();
        app.MapSourcePages();
        return app;
    }
}
