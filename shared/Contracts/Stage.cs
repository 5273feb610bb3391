namespace Ingestion.Contracts;

/// <summary>The stages an article goes through, in order.</summary>
public enum Stage
{
    /// <summary>Checked, identified, versioned and stored.</summary>
    Ingest,

    /// <summary>Decoded, repaired, extracted and sanitised.</summary>
    Clean,

    /// <summary>Language, script, keywords and fingerprint added.</summary>
    Enrich,

    /// <summary>Written, given its place in the change sequence, and served.</summary>
    Publish,
}
