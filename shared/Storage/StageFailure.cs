using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>Why a submission failed, or why its last attempt did.</summary>
/// <param name="Stage">The stage that failed.</param>
/// <param name="Reason">A stable code of the reason.</param>
/// <param name="Error">The error, for the person who reads it.</param>
/// <param name="Detail">The stack, for the person who mends it.</param>
/// <param name="FailedAt">When.</param>
public sealed record StageFailure(Stage Stage, string Reason, string Error, string? Detail, DateTimeOffset FailedAt);
