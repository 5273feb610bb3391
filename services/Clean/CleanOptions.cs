namespace Ingestion.Clean;

/// <summary>Clean's settings, section "Clean".</summary>
internal sealed class CleanOptions;
