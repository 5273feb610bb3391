using Ingestion.Contracts;

namespace Ingestion.Publish.Api.Records;

/// <summary>One stage, run once.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Attempt">Which attempt to drive the version through the pipeline this was; the first is 1.</param>
/// <param name="TraceId">The W3C trace id it ran under.</param>
internal sealed record TimelineEntry(Stage Stage, DateTimeOffset StartedAt, double Milliseconds, int Attempt, string? TraceId)
{
    public static TimelineEntry From(StageRun run) => new(run.Stage, run.StartedAt, run.Milliseconds, run.Attempt, run.TraceId);
}
