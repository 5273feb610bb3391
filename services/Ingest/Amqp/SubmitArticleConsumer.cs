using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Access;
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
internal sealed class SubmitArticleConsumer(PushIntake intake, TimeProvider clock) : IConsumer<QueuedDocument>
{
    private const string PlainJson = "application/json";

    private readonly ResiliencePipeline _storeRetry = StoreRetry.Create(clock);

    public async Task Consume(ConsumeContext<QueuedDocument> context)
    {
        var message = context.ReceiveContext;
        var envelope = BinaryCloudEvent.AmqpPrefixes
            .Select(prefix => BinaryCloudEvent.Read(name => message.TransportHeaders.Get<string>(name), prefix)).FirstOrDefault(found => found is not null);
        var document = new PushDocument(message.GetBody(), message.ContentType?.MediaType ?? PlainJson, new PushRequest());
        var parts = PushReader.Parts(document, envelope);
        // The good events of a batch are taken; the letter that the bad ones make names them, and sending it again does no harm.
        var refused = new List<string>();
        foreach (var (i, part) in parts.Index())
        {
            if (await TakeAsync(part, envelope, context.CancellationToken) is not { } reason) continue;
            refused.Add(parts.Count > 1 ? $"event {i + 1}: {reason}" : reason);
        }
        if (refused.Count > 0) throw new InvalidPushException(string.Join("; ", refused));
    }

    /// <summary>Takes a document; or why not.</summary>
    private async Task<string?> TakeAsync(PushDocument document, CloudEventAttributes? envelope, CancellationToken cancellationToken)
    {
        var errors = new PushErrors();
        IReadOnlyList<PushItem> items;
        try
        {
            items = PushReader.Read(document, envelope, errors);
        }
        catch (Exception e) when (e is MalformedDocumentException or UnknownFormatException)
        {
            return e.Message;
        }
        if (errors.Any) return errors.ToString();
        foreach (var item in items)
        {
            try
            {
                if (await _storeRetry.ExecuteAsync(async token => await intake.AcceptAsync(item, token), cancellationToken) is null)
                    return $"no article has the id '{item.ArticleId}', there is nothing to withdraw.";
            }
            catch (RefusedException e)
            {
                return e.Message;
            }
        }
        return null;
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
