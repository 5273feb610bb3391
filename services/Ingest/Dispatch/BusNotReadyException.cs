namespace Ingestion.Ingest.Dispatch;

/// <summary>Thrown instead of waiting for a broker that is known to be down.</summary>
internal sealed class BusNotReadyException() : Exception("The broker cannot be reached.");
