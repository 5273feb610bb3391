namespace Ingestion.Storage;

/// <summary>A longer lease for a submission that the pipeline has in hand.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Its version.</param>
/// <param name="DueAt">When the lease ends that is to be extended; one that ends otherwise by now is another's, and stays.</param>
/// <param name="Until">When it shall end.</param>
public sealed record LeaseExtension(string ArticleId, int Version, DateTimeOffset DueAt, DateTimeOffset Until);
