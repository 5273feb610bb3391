using System.Diagnostics.Metrics;
using Ingestion.Hosting.Telemetry;

namespace Ingestion.Publish.Deliveries;

/// <summary>The metrics of deliveries: a subscriber's failures are counted here, and never among the pipeline's.</summary>
internal sealed class DeliveryMetrics
{
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _exhausted;
    private readonly Counter<long> _disabled;
    private readonly Histogram<double> _attemptDuration;
    private readonly Histogram<double> _duration;

    /// <summary>Makes the instruments.</summary>
    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(PipelineMetrics.MeterName);
        _attempts = meter.CreateCounter<long>("ingestion.deliveries.attempts", "{attempt}", "Attempts to deliver, by outcome.");
        _exhausted = meter.CreateCounter<long>("ingestion.deliveries.failed", "{delivery}", "Deliveries whose last attempt failed.");
        _disabled = meter.CreateCounter<long>("ingestion.subscriptions.disabled", "{subscription}", "Subscriptions that were disabled.");
        _attemptDuration = meter.CreateHistogram<double>("ingestion.deliveries.attempt.duration", "s", "Time of one attempt.");
        _duration = meter.CreateHistogram<double>("ingestion.deliveries.duration", "s", "Time from published to acknowledged.");
    }

    /// <summary>An attempt was made.</summary>
    public void Attempted(AttemptVerdict verdict, double milliseconds)
    {
        _attempts.Add(1, new KeyValuePair<string, object?>("outcome", verdict.ToString().ToLowerInvariant()));
        _attemptDuration.Record(milliseconds / 1000);
    }

    /// <summary>A delivery was acknowledged.</summary>
    public void Delivered(TimeSpan sincePublished) => _duration.Record(sincePublished.TotalSeconds);

    /// <summary>A delivery's last attempt failed.</summary>
    public void Exhausted() => _exhausted.Add(1);

    /// <summary>A subscription was disabled.</summary>
    public void Disabled() => _disabled.Add(1);
}
