using Ingestion.Clean.Sources;
using Ingestion.Contracts;
using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;
using MassTransit;

namespace Ingestion.Clean;

/// <summary>Loads the raw bytes, cleans them, publishes the article.</summary>
internal sealed class CleanArticleConsumer(
    ISubmissionStore submissions, SourceRulesCache sourceRules, ArticleCleaner cleaner, ClaimCheck claimCheck, StageRunner stages)
    : IConsumer<ArticleIngested>
{
    public Task Consume(ConsumeContext<ArticleIngested> context) =>
        stages.RunAsync(Stage.Clean, context, async (execution, cancellationToken) =>
        {
            var message = context.Message;
            var raw = await submissions.ReadRawAsync(message.ArticleId, message.Version, cancellationToken)
                ?? throw new ArticleRejectedException(
                    "raw-missing", $"The store has no raw bytes of {message.ArticleId} version {message.Version}. Is another database configured?");
            var rules = await sourceRules.FindAsync(message.Source, fresh: message.RecleanedFrom is not null, cancellationToken);
            var article = cleaner.Clean(new RawArticle(raw.Content, raw.ContentType, message.Hints), rules, cancellationToken);
            await context.PublishMandatoryAsync(
                new ArticleCleaned
                {
                    ArticleId = message.ArticleId,
                    Version = message.Version,
                    Source = message.Source,
                    ReceivedAt = message.ReceivedAt,
                    Attempt = message.Attempt,
                    Article = await claimCheck.CheckInAsync(message, article, cancellationToken),
                    Timeline = execution.Timeline,
                },
                cancellationToken);
        });
}

/// <summary>Cleaning is all processor: as many at once as there are cores, and as many again waiting.</summary>
internal sealed class CleanArticleConsumerDefinition : ConsumerDefinition<CleanArticleConsumer>
{
    public CleanArticleConsumerDefinition() => ConcurrentMessageLimit = Environment.ProcessorCount;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<CleanArticleConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.PrefetchCount = Environment.ProcessorCount * 2;
}
