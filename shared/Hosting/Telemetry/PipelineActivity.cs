using System.Diagnostics;

namespace Ingestion.Hosting.Telemetry;

/// <summary>The pipeline's own spans.</summary>
public static class PipelineActivity
{
    /// <summary>The name of the activity source.</summary>
    public const string SourceName = "Ingestion";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a trace of its own, linked to the span that is current; null when nobody listens.</summary>
    public static Activity? StartRoot(string name)
    {
        var current = Activity.Current;
        Activity.Current = null;
        try
        {
            return Source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), links: current is null ? null : [new ActivityLink(current.Context)]);
        }
        finally
        {
            Activity.Current ??= current;
        }
    }

    /// <summary>Starts a span about a version of an article; null when nobody listens.</summary>
    /// <param name="name">What is done, such as "clean article".</param>
    /// <param name="articleId">The article.</param>
    /// <param name="version">The version.</param>
    /// <param name="traceParent">The trace to continue where no span is current: a stored W3C traceparent.</param>
    public static Activity? Start(string name, string articleId, int version, string? traceParent = null)
    {
        var parent = Activity.Current is null && ActivityContext.TryParse(traceParent, null, isRemote: true, out var stored) ? stored : default;
        return Source.StartActivity(name, ActivityKind.Internal, parent)
            ?.SetTag("article.id", articleId)
            .SetTag("article.version", version);
    }
}
