namespace Ingestion.Storage;

/// <summary>What a guarded write did.</summary>
public enum WriteOutcome
{
    /// <summary>It was written and is current.</summary>
    Written,

    /// <summary>It was there already.</summary>
    Unchanged,

    /// <summary>A newer version was there already: kept as history, never current, not in the change sequence.</summary>
    Stale,
}
