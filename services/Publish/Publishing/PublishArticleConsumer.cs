using Ingestion.Contracts;
using Ingestion.Hosting.Pipeline;
using MassTransit;

namespace Ingestion.Publish.Publishing;

/// <summary>Publishes an enriched article.</summary>
internal sealed class PublishArticleConsumer(ArticlePublisher publisher, ClaimCheck claimCheck, StageRunner stages) : IConsumer<ArticleEnriched>
{
    public Task Consume(ConsumeContext<ArticleEnriched> context) =>
        stages.RunAsync(Stage.Publish, context, async (execution, cancellationToken) =>
        {
            var article = await claimCheck.CheckOutAsync(context.Message.Article, cancellationToken);
            await publisher.PublishAsync(context.Message, article, context.Message.Enrichment, execution, cancellationToken);
        });
}

/// <summary>Publishing is all waiting for the store, which writes in groups: many at once.</summary>
internal sealed class PublishArticleConsumerDefinition : ConsumerDefinition<PublishArticleConsumer>
{
    public PublishArticleConsumerDefinition() => ConcurrentMessageLimit = 64;
}
