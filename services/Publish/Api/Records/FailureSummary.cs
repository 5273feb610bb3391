using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>Why a version failed, in short.</summary>
/// <param name="Stage">The stage that failed.</param>
/// <param name="Reason">A stable code of the reason.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record FailureSummary(Stage Stage, string Reason, string Error)
{
    public static FailureSummary? From(StageFailure? failure) =>
        failure is null ? null : new FailureSummary(failure.Stage, failure.Reason, failure.Error);
}

/// <summary>Why a version failed, in full.</summary>
/// <param name="Stage">The stage that failed.</param>
/// <param name="Reason">A stable code of the reason.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Detail">The stack.</param>
/// <param name="FailedAt">When.</param>
internal sealed record FailureDetail(Stage Stage, string Reason, string Error, string? Detail, DateTimeOffset FailedAt)
{
    public static FailureDetail? From(StageFailure? failure) =>
        failure is null ? null : new FailureDetail(failure.Stage, failure.Reason, failure.Error, failure.Detail, failure.FailedAt);
}
