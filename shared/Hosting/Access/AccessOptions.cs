namespace Ingestion.Hosting.Access;

/// <summary>Who may write, section "Ingest": every service that takes writes reads the same.</summary>
internal sealed class AccessOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ingest";

    /// <summary>The operator's bearer tokens: they may write anything. Sources have tokens of their own.</summary>
    public string[] Tokens { get; set; } = [];

    /// <summary>Whether requests from this machine may write anything without a token.</summary>
    public bool OpenOnLoopback { get; set; }
}
