namespace Ingestion.Contracts;

/// <summary>One entry of an article's timeline: one stage, run once.</summary>
/// <param name="Stage">The stage that ran.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Attempt">Which attempt to drive the article through the pipeline this was; the first is 1.</param>
/// <param name="TraceId">The W3C trace id it ran under, 32 hex digits, if there was a trace.</param>
public sealed record StageRun(Stage Stage, DateTimeOffset StartedAt, double Milliseconds, int Attempt, string? TraceId);
