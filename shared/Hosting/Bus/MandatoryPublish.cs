using MassTransit;

namespace Ingestion.Hosting.Bus;

/// <summary>Publishing that does not lose a message when nobody is there to take it.</summary>
public static class MandatoryPublish
{
    /// <summary>
    /// Publishes and waits for the broker's confirm. A publish that no queue is bound to, which the broker would drop
    /// silently, throws instead.
    /// </summary>
    /// <exception cref="MessageReturnedException">No queue is bound: the next service has never run against this broker.</exception>
    public static Task PublishMandatoryAsync<T>(this IPublishEndpoint endpoint, T message, CancellationToken cancellationToken)
        where T : class =>
        endpoint.Publish(message, context =>
        {
            if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit)) rabbit.Mandatory = true;
        }, cancellationToken);
}
