namespace Ingestion.Clean.Parsing;

/// <summary>Whether a source's rules keep a node in the article, whatever the general rules say.</summary>
internal enum Protection : byte
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>It holds what is kept: it may not go as a whole.</summary>
    HoldsKept,

    /// <summary>It is kept, with all that is in it.</summary>
    Kept,
}
