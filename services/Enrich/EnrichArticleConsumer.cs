using Ingestion.Contracts;
using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Pipeline;
using MassTransit;

namespace Ingestion.Enrich;

/// <summary>Takes a cleaned article, enriches it, publishes it.</summary>
internal sealed class EnrichArticleConsumer(ArticleEnricher enricher, ClaimCheck claimCheck, StageRunner stages) : IConsumer<ArticleCleaned>
{
    public Task Consume(ConsumeContext<ArticleCleaned> context) =>
        stages.RunAsync(Stage.Enrich, context, async (execution, cancellationToken) =>
        {
            var message = context.Message;
            var enrichment = enricher.Enrich(await claimCheck.CheckOutAsync(message.Article, cancellationToken));
            await context.PublishMandatoryAsync(
                new ArticleEnriched
                {
                    ArticleId = message.ArticleId,
                    Version = message.Version,
                    Source = message.Source,
                    ReceivedAt = message.ReceivedAt,
                    Attempt = message.Attempt,
                    Article = message.Article,
                    Enrichment = enrichment,
                    Timeline = execution.Timeline,
                },
                cancellationToken);
        });
}

/// <summary>Enriching is all processor: as many at once as there are cores, and as many again waiting.</summary>
internal sealed class EnrichArticleConsumerDefinition : ConsumerDefinition<EnrichArticleConsumer>
{
    public EnrichArticleConsumerDefinition() => ConcurrentMessageLimit = Environment.ProcessorCount;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<EnrichArticleConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.PrefetchCount = Environment.ProcessorCount * 4;
}
