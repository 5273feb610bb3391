using System.Diagnostics.Metrics;
using Ingestion.Hosting.Telemetry;
using Ingestion.Ingest.Fetching;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling;

/// <summary>The metrics of polling.</summary>
internal sealed class PollMetrics
{
    private readonly Counter<long> _polls;
    private readonly Counter<long> _articles;
    private readonly Counter<long> _stopped;

    /// <summary>Makes the instruments.</summary>
    public PollMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(PipelineMetrics.MeterName);
        _polls = meter.CreateCounter<long>("ingestion.feeds.polls", "{poll}", "Polls of feeds, by outcome.");
        _articles = meter.CreateCounter<long>("ingestion.feeds.articles", "{article}", "Articles that polls brought, corrections included.");
        _stopped = meter.CreateCounter<long>("ingestion.feeds.stopped", "{feed}", "Feeds that stopped being polled.");
    }

    /// <summary>A feed was polled.</summary>
    public void Polled(FetchOutcome outcome, FeedPolls polls)
    {
        _polls.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));
        if (polls.LastArticles > 0) _articles.Add(polls.LastArticles);
        if (polls.Stopped is not null) _stopped.Add(1);
    }
}
