using System.Diagnostics;
using Ingestion.Contracts;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Telemetry;
using Ingestion.Storage;

namespace Ingestion.Publish.Publishing;

/// <summary>Writes what is published, and counts it.</summary>
internal sealed class ArticlePublisher(IArticleStore articles, PipelineMetrics metrics, ChangeSignal signal, TimeProvider clock)
{
    /// <summary>Publishes a version of an article, or withdraws it where there is no content.</summary>
    public async Task PublishAsync(
        IArticleMessage message, CleanedArticle? article, Enrichment? enrichment, StageExecution execution, CancellationToken cancellationToken)
    {
        var publishedAt = clock.GetUtcNow().ToWholeMilliseconds();
        var outcome = await articles.PublishAsync(
            new Publication
            {
                ArticleId = message.ArticleId,
                Version = message.Version,
                Source = message.Source,
                ReceivedAt = message.ReceivedAt,
                Article = article,
                Enrichment = enrichment,
                Timeline = execution.Timeline,
                TraceParent = Activity.Current?.Id,
                PublishedAt = publishedAt,
            },
            cancellationToken);
        if (outcome == WriteOutcome.Written) signal.Pulse();
        metrics.Published(message.Source, outcome, publishedAt - message.ReceivedAt);
    }
}
