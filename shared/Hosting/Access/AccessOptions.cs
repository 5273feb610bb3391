namespace Ingestion.Hosting.Access;

/// <summary>Who may write, section "Ingest": every service that takes writes reads the same tokens.</summary>
internal sealed class AccessOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ingest";

    /// <summary>Bearer tokens that may write anything. Off loopback every write needs one.</summary>
    public string[] Tokens { get; set; } = [];
}
