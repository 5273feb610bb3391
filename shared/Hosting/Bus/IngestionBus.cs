using Ingestion.Contracts;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingestion.Hosting.Bus;

/// <summary>The bus: the only place that knows MassTransit's settings.</summary>
public static class IngestionBus
{
    /// <summary>The queue of messages that killed their consumer again and again.</summary>
    public const string DeadLetterQueue = "dead-letters";

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(25);

    /// <summary>Adds the bus. A container has one bus, so a process of several services adds all their consumers here.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="addConsumers">Adds the consumers.</param>
    /// <param name="readyWithoutBroker">Whether the service can do its work, accepting, while the broker is down.</param>
    public static IHostApplicationBuilder AddIngestionBus(
        this IHostApplicationBuilder builder, Action<IBusRegistrationConfigurator> addConsumers, bool readyWithoutBroker = false)
    {
        builder.Services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var transport = builder.Configuration.GetSection(BusOptions.Section).Get<BusOptions>()?.Transport ?? new BusOptions().Transport;
        builder.Services.Configure<MassTransitHostOptions>(host =>
        {
            // A service starts, and says that it is not ready, while the broker is down. In memory there is no mandatory publish:
            // the door opens when the consumers are there.
            host.WaitUntilStarted = transport == BusTransport.InMemory;
            host.StopTimeout = StopTimeout;
            host.ConsumerStopTimeout = StopTimeout - TimeSpan.FromSeconds(5);
        });
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            bus.ConfigureHealthCheckOptions(health =>
                health.MinimalFailureStatus = readyWithoutBroker ? HealthStatus.Degraded : HealthStatus.Unhealthy);
            addConsumers(bus);
            bus.AddConfigureEndpointsCallback(ConfigureEndpoint);
            if (transport == BusTransport.InMemory) bus.UsingInMemory(ConfigureInMemory);
            else bus.UsingRabbitMq(ConfigureRabbitMq);
        });
        return builder;
    }

    private static void ConfigureEndpoint(IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint)
    {
        endpoint.PublishFaults = false; // a failure is a state in the store, not an event
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator queue) return;
        var options = context.GetRequiredService<IOptions<BusOptions>>().Value;
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", options.DeliveryLimit);
        queue.BindDeadLetterQueue(DeadLetterQueue, DeadLetterQueue, letters => letters.SetQuorumQueue());
    }

    private static void ConfigureInMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator bus) =>
        ConfigureBus(context, bus);

    private static void ConfigureRabbitMq(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus)
    {
        var service = context.GetRequiredService<IHostEnvironment>().ApplicationName;
        bus.Host(context.GetRequiredService<IOptions<BusOptions>>().Value.Host, $"{service} on {Environment.MachineName}");
        bus.Publish<IArticleMessage>(topology => topology.Exclude = true); // the interface is for code, it needs no exchange
        ConfigureBus(context, bus);
    }

    private static void ConfigureBus<T>(IBusRegistrationContext context, IBusFactoryConfigurator<T> bus)
        where T : IReceiveEndpointConfigurator
    {
        bus.ConfigureJsonSerializerOptions(IngestionJson.Configure);
        bus.ConfigureEndpoints(context);
    }
}
