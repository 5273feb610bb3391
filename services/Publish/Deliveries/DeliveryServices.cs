using Ingestion.Hosting.Outbound;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Publish.Deliveries.Sending;
using Ingestion.Publish.Subscriptions;
using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Publish.Subscriptions.Pages;

namespace Ingestion.Publish.Deliveries;

/// <summary>Registers the sending of deliveries.</summary>
internal static class DeliveryServices
{
    public static IHostApplicationBuilder AddDeliveries(this IHostApplicationBuilder builder)
    {
        builder.AddOutboundHttp();
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DeliveryMetrics>();
        builder.Services.AddSingleton<DeliveryBodies>();
        builder.Services.AddSingleton<EndpointClient>();
        builder.Services.AddSingleton<Backfill>();
        builder.Services.AddSingleton<Sender>();
        builder.Services.AddSingleton<SubscriptionStates>();
        builder.Services.AddSingleton<SubscriptionChecks>();
        builder.Services.AddSingleton<SubscriptionMaker>();
        builder.Services.AddSingleton<SubscriptionPageReader>();
        builder.Services.AddSingleton<SubscriberTokens>();
        builder.Services.AddSingleton<TestSend>();
        builder.Services.AddSingleton<Redelivery>();
        builder.Services.AddSingleton<DeliveryProof>();
        builder.Services.AddHostedService<DeliveryWorker>();
        return builder;
    }
}
