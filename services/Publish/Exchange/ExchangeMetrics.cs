using System.Diagnostics.Metrics;
using Ingestion.Hosting.Telemetry;

namespace Ingestion.Publish.Exchange;

/// <summary>The metrics of the exchange.</summary>
internal sealed class ExchangeMetrics
{
    private readonly Counter<long> _published;
    private readonly Counter<long> _passedOver;

    /// <summary>Makes the instruments.</summary>
    public ExchangeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(PipelineMetrics.MeterName);
        _published = meter.CreateCounter<long>("ingestion.exchange.published", "{change}", "Changes that the exchange has taken.");
        _passedOver = meter.CreateCounter<long>(
            "ingestion.exchange.passed_over", "{change}", "Changes that were not passed on, since their version is not in the store.");
    }

    /// <summary>The exchange has taken changes.</summary>
    public void Published(int changes) => _published.Add(changes);

    /// <summary>A change was passed over.</summary>
    public void PassedOver() => _passedOver.Add(1);
}
