namespace Ingestion.Contracts;

/// <summary>Sizes that more than one service has to agree on.</summary>
public static class Limits
{
    /// <summary>
    /// Largest article that travels inside a message, in bytes of JSON. Above it the message carries a reference
    /// into the store (claim check).
    /// </summary>
    public const int InlineArticleBytes = 256 * 1024;

    /// <summary>Largest body that a push may have, in bytes, unless configured otherwise.</summary>
    public const int DefaultBodyBytes = 10 * 1024 * 1024;

    /// <summary>Largest body limit that can be configured, in bytes: a MongoDB document ends at 16 MiB.</summary>
    public const int MaxBodyBytes = 15 * 1024 * 1024;
}
