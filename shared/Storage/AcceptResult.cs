namespace Ingestion.Storage;

/// <summary>What became of a submission.</summary>
/// <param name="Submission">The stored submission: the new one, or the one that has the same content already.</param>
/// <param name="IsNew">Whether it was stored now. If not, nothing was written.</param>
public sealed record AcceptResult(Submission Submission, bool IsNew);
