namespace Ingestion.Contracts;

/// <summary>What every message about an article carries. Every consumer is idempotent by (article id, version).</summary>
public interface IArticleMessage
{
    /// <summary>The article, see <see cref="Contracts.ArticleId"/>.</summary>
    string ArticleId { get; }

    /// <summary>The version this is about, counted up from 1 at Ingest.</summary>
    int Version { get; }

    /// <summary>The source it came from.</summary>
    string Source { get; }

    /// <summary>When this version was accepted.</summary>
    DateTimeOffset ReceivedAt { get; }

    /// <summary>Which attempt to drive this version through the pipeline this is; the first is 1.</summary>
    int Attempt { get; }

    /// <summary>The stages that ran so far, in order.</summary>
    IReadOnlyList<StageRun> Timeline { get; }
}
