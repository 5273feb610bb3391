using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Push;
using Ingestion.Ingest.Submissions;
using MassTransit;
using Polly;

namespace Ingestion.Ingest.Amqp;

/// <summary>
/// Takes the JSON of a push from the queue <c>submit-article</c>, from any producer: no envelope, no .NET needed.
/// What is not valid goes to <c>submit-article_error</c> with the reason in its headers.
/// </summary>
internal sealed class SubmitArticleConsumer(Intake intake, TimeProvider clock) : IConsumer<PushRequest>
{
    private readonly ResiliencePipeline _storeRetry = StoreRetry.Create(clock);

    public async Task Consume(ConsumeContext<PushRequest> context)
    {
        var errors = new PushErrors();
        var draft = PushValidator.Validate(context.Message, errors) ?? throw new InvalidPushException(errors);
        await _storeRetry.ExecuteAsync(async token => await intake.AcceptAsync(draft, token), context.CancellationToken);
    }
}

/// <summary>Thrown for a push by queue that is not valid; its message travels in the headers of the dead letter.</summary>
internal sealed class InvalidPushException(PushErrors errors) : Exception($"The push is not valid: {errors}");

internal sealed class SubmitArticleConsumerDefinition : ConsumerDefinition<SubmitArticleConsumer>
{
    public SubmitArticleConsumerDefinition() => ConcurrentMessageLimit = 64;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<SubmitArticleConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.AcceptPlainJson();
}
