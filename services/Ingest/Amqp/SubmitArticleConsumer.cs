using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Formats.CloudEvents;
using Ingestion.Ingest.Push;
using MassTransit;
using Polly;

namespace Ingestion.Ingest.Amqp;

/// <summary>
/// Takes pushes from the queue <c>submit-article</c>, from any producer, no .NET needed: whatever JSON the HTTP door takes, and
/// CloudEvents, in the body or in the headers. What is not valid goes to <c>submit-article_error</c> with the reason in its headers.
/// </summary>
internal sealed class SubmitArticleConsumer(PushIntake intake, TimeProvider clock) : IConsumer<PushRequest>
{
    private const string PlainJson = "application/json";

    private readonly ResiliencePipeline _storeRetry = StoreRetry.Create(clock);

    public async Task Consume(ConsumeContext<PushRequest> context)
    {
        foreach (var item in Read(context))
        {
            var result = await _storeRetry.ExecuteAsync(async token => await intake.AcceptAsync(item, token), context.CancellationToken);
            if (result is null) throw new InvalidPushException($"no article has the id '{item.ArticleId}', there is nothing to withdraw.");
        }
    }

    private static IReadOnlyList<PushItem> Read(ConsumeContext<PushRequest> context)
    {
        var message = context.ReceiveContext;
        var envelope = BinaryCloudEvent.AmqpPrefixes
            .Select(prefix => BinaryCloudEvent.Read(name => message.TransportHeaders.Get<string>(name), prefix)).FirstOrDefault(found => found is not null);
        var document = new PushDocument(message.GetBody(), message.ContentType?.MediaType ?? PlainJson, new PushRequest());
        var errors = new PushErrors();
        var items = PushReader.Read(document, envelope, errors);
        return errors.Any ? throw new InvalidPushException(errors.ToString()) : items;
    }
}

/// <summary>Thrown for a push by queue that is not valid; its message travels in the headers of the dead letter.</summary>
internal sealed class InvalidPushException(string reason) : Exception($"The push is not valid: {reason}");

internal sealed class SubmitArticleConsumerDefinition : ConsumerDefinition<SubmitArticleConsumer>
{
    public SubmitArticleConsumerDefinition() => ConcurrentMessageLimit = 64;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<SubmitArticleConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.AcceptPlainJson();
}
