namespace Ingestion.Ingest.Feeds;

/// <summary>What a feed is written in.</summary>
internal enum FeedVersion
{
    /// <summary>RSS of a version that is not known.</summary>
    Rss,

    /// <summary>RSS 0.90, in RDF.</summary>
    Rss090,

    /// <summary>RSS 0.91 of Netscape, with its document type.</summary>
    Rss091Netscape,

    /// <summary>RSS 0.91 of UserLand.</summary>
    Rss091Userland,

    /// <summary>RSS 0.92.</summary>
    Rss092,

    /// <summary>RSS 0.93.</summary>
    Rss093,

    /// <summary>RSS 0.94.</summary>
    Rss094,

    /// <summary>RSS 1.0, in RDF.</summary>
    Rss10,

    /// <summary>RSS 2.0.</summary>
    Rss20,

    /// <summary>Atom of a version that is not known.</summary>
    Atom,

    /// <summary>Atom 0.1.</summary>
    Atom01,

    /// <summary>Atom 0.2.</summary>
    Atom02,

    /// <summary>Atom 0.3.</summary>
    Atom03,

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    Atom10,

    /// <summary>Channel Definition Format.</summary>
    Cdf,

    /// <summary>JSON Feed 1.0.</summary>
    Json10,

    /// <summary>JSON Feed 1.1.</summary>
    Json11,
}
