using System.ComponentModel.DataAnnotations;

namespace Ingestion.Hosting.Bus;

/// <summary>The bus, section "Bus".</summary>
public sealed class BusOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Bus";

    /// <summary>What carries the messages.</summary>
    public BusTransport Transport { get; set; } = BusTransport.RabbitMq;

    /// <summary>RabbitMQ's address with user, password and virtual host: amqp://user:password@host:5672/vhost.</summary>
    [Required]
    public Uri Host { get; set; } = new("amqp://guest:guest@localhost:5672/");

    /// <summary>
    /// How often a message may be delivered to a consumer that dies with it before it goes to the dead-letter queue.
    /// Set explicitly, since brokers before 4.0 have no limit of their own.
    /// </summary>
    [Range(1, 1000)]
    public int DeliveryLimit { get; set; } = 20;
}

/// <summary>What can carry messages.</summary>
public enum BusTransport
{
    /// <summary>RabbitMQ, when services run apart.</summary>
    RabbitMq,

    /// <summary>This process: nothing is durable there, so what was in flight at a crash is driven again from the store.</summary>
    InMemory,
}
