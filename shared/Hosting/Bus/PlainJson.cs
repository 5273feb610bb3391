using MassTransit;

namespace Ingestion.Hosting.Bus;

/// <summary>Messages of producers that know nothing of MassTransit.</summary>
public static class PlainJson
{
    /// <summary>
    /// Takes plain JSON beside MassTransit's envelope, whatever the producer calls it or if it does not. The endpoint must have one consumer only: whatever arrives
    /// is taken for its message.
    /// </summary>
    public static void AcceptPlainJson(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false; // producers send to the queue; nothing is published to it
        endpoint.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
    }
}
