using Ingestion.Contracts;
using Ingestion.Hosting.Pipeline;
using MassTransit;

namespace Ingestion.Publish.Publishing;

/// <summary>Puts a tombstone in an article's place.</summary>
internal sealed class WithdrawArticleConsumer(ArticlePublisher publisher, StageRunner stages) : IConsumer<ArticleWithdrawn>
{
    public Task Consume(ConsumeContext<ArticleWithdrawn> context) =>
        stages.RunAsync(Stage.Publish, context, (execution, cancellationToken) =>
            publisher.PublishAsync(context.Message, article: null, enrichment: null, execution, cancellationToken));
}

internal sealed class WithdrawArticleConsumerDefinition : ConsumerDefinition<WithdrawArticleConsumer>
{
    public WithdrawArticleConsumerDefinition() => ConcurrentMessageLimit = 64;
}
