namespace Ingestion.Storage;

/// <summary>Where a submission stands.</summary>
public enum SubmissionState
{
    /// <summary>Accepted and kept; on its way through the pipeline, or waiting for its next attempt.</summary>
    Accepted,

    /// <summary>Its article is published.</summary>
    Published,

    /// <summary>A withdrawal that took effect.</summary>
    Withdrawn,

    /// <summary>A newer version was published before this one arrived; it was kept, but never became current.</summary>
    Superseded,

    /// <summary>It failed for good, at a stage and for a reason that are on record. It can be replayed.</summary>
    Failed,
}
