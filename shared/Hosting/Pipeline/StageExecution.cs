using System.Diagnostics;
using Ingestion.Contracts;

namespace Ingestion.Hosting.Pipeline;

/// <summary>One stage at work on one article.</summary>
public sealed class StageExecution(Stage stage, IArticleMessage message, TimeProvider clock)
{
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow().ToWholeMilliseconds();
    private readonly long _started = clock.GetTimestamp();

    /// <summary>The article's timeline with this stage in it, as long as it took until now.</summary>
    public IReadOnlyList<StageRun> Timeline =>
        [.. message.Timeline, new StageRun(stage, _startedAt, Milliseconds, message.Attempt, Activity.Current?.TraceId.ToHexString())];

    /// <summary>How long the stage took until now.</summary>
    public double Milliseconds => Math.Round(clock.GetElapsedTime(_started).TotalMilliseconds, 3);
}
