using System.Diagnostics.Metrics;
using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Hosting.Telemetry;

/// <summary>The pipeline's metrics.</summary>
public sealed class PipelineMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Ingestion";

    private readonly Counter<long> _accepted;
    private readonly Counter<long> _published;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _deferred;
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _stageDuration;
    private readonly Histogram<double> _articleDuration;
    private readonly TimeProvider _clock;
    private volatile Backlog? _backlog;

    /// <summary>Makes the instruments.</summary>
    public PipelineMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(MeterName);
        _accepted = meter.CreateCounter<long>("ingestion.articles.accepted", "{article}", "Versions accepted and stored.");
        _published = meter.CreateCounter<long>("ingestion.articles.published", "{article}", "Versions published or withdrawn.");
        _failed = meter.CreateCounter<long>("ingestion.articles.failed", "{article}", "Versions that failed for good.");
        _deferred = meter.CreateCounter<long>("ingestion.articles.deferred", "{article}", "Attempts that failed for a passing reason.");
        _refused = meter.CreateCounter<long>("ingestion.requests.refused", "{request}", "Requests to write that were refused.");
        _stageDuration = meter.CreateHistogram<double>("ingestion.stage.duration", "s", "Time of one stage for one article.");
        _articleDuration = meter.CreateHistogram<double>("ingestion.article.duration", "s", "Time from accepted to published.");
        meter.CreateObservableGauge("ingestion.articles.unfinished", () => _backlog?.Unfinished ?? 0, "{article}", "Versions on their way.");
        meter.CreateObservableGauge("ingestion.articles.failed.current", () => _backlog?.Failed ?? 0, "{article}", "Versions that stand failed.");
        meter.CreateObservableGauge("ingestion.articles.oldest_unfinished.age", OldestUnfinishedAge, "s", "Age of the oldest unfinished version.");
    }

    /// <summary>A version was accepted.</summary>
    public void Accepted(string source) => _accepted.Add(1, Tag("source", source));

    /// <summary>A version was published, withdrawn or superseded.</summary>
    public void Published(string source, WriteOutcome outcome, TimeSpan sinceReceived)
    {
        _published.Add(1, Tag("source", source), Tag("outcome", Name(outcome)));
        _articleDuration.Record(sinceReceived.TotalSeconds);
    }

    /// <summary>A version failed for good.</summary>
    public void Failed(Stage stage, string reason) => _failed.Add(1, Tag("stage", Name(stage)), Tag("reason", reason));

    /// <summary>An attempt failed for a passing reason.</summary>
    public void Deferred(Stage stage, string reason) => _deferred.Add(1, Tag("stage", Name(stage)), Tag("reason", reason));

    /// <summary>A request to write was refused.</summary>
    /// <param name="statusCode">The answer's status.</param>
    /// <param name="reason">A code of the reason, of which there are few.</param>
    /// <param name="source">The source, if it was set up; a made-up one would be a dimension that grows without end.</param>
    public void Refused(int statusCode, string reason, string? source) =>
        _refused.Add(1, Tag("status", statusCode), Tag("reason", reason), Tag("source", source ?? "none"));

    /// <summary>A stage ran.</summary>
    public void StageRan(Stage stage, double milliseconds) => _stageDuration.Record(milliseconds / 1000, Tag("stage", Name(stage)));

    /// <summary>What the pipeline had in hand when it was last read.</summary>
    public void Observe(Backlog backlog) => _backlog = backlog;

    private double OldestUnfinishedAge() =>
        _backlog?.OldestUnfinished is { } oldest ? Math.Max(0, (_clock.GetUtcNow() - oldest).TotalSeconds) : 0;

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
