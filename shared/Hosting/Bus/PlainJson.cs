using MassTransit;

namespace Ingestion.Hosting.Bus;

/// <summary>Messages of producers that know nothing of MassTransit.</summary>
public static class PlainJson
{
    /// <summary>
    /// Takes plain application/json beside MassTransit's envelope. The endpoint must have one consumer only: whatever arrives
    /// is taken for its message.
    /// </summary>
    public static void AcceptPlainJson(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false; // producers send to the queue; nothing is published to it
        endpoint.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: false);
    }
}
