using Ingestion.Contracts;
using Ingestion.Hosting.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>The stages that ran, each as a bar that begins and ends where the stage did.</summary>
internal static class TimelineChart
{
    /// <summary>A bar is at least this wide, in hundredths of the chart, so that it can be seen.</summary>
    private const double LeastWidth = 0.8;

    public static Html Render(IReadOnlyList<StageRun> timeline)
    {
        if (timeline.Count == 0) return Html.Empty;
        var start = timeline.Min(run => run.StartedAt);
        var whole = Math.Max(1, timeline.Max(run => (run.StartedAt - start).TotalMilliseconds + run.Milliseconds));
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="group" aria-label="Timeline">
            <table class="timeline">
            <thead><tr><th scope="col">Stage</th><th scope="col">Started</th><th scope="col">Took</th><th scope="col">When</th><th scope="col">Attempt</th><th scope="col">Trace</th></tr></thead>
            <tbody>{Html.Join(timeline.Select(run => Row(run, start, whole)))}</tbody>
            </table>
            </div>
            """);
    }

    private static Html Row(StageRun run, DateTimeOffset start, double whole)
    {
        var (left, width) = Bar((run.StartedAt - start).TotalMilliseconds, run.Milliseconds, whole);
        return Html.Of($"""
            <tr>
            <th scope="row">{run.Stage.ToString()}</th>
            <td>+{Numbers.Milliseconds((run.StartedAt - start).TotalMilliseconds)}</td>
            <td>{Numbers.Milliseconds(run.Milliseconds)}</td>
            <td class="chart"><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="8"/><rect class="part" x="{Numbers.Attribute(left)}" width="{Numbers.Attribute(width)}" height="8"/></svg></td>
            <td>{run.Attempt}</td>
            <td><code>{run.TraceId}</code></td>
            </tr>
            """);
    }

    /// <summary>Where a bar begins and how wide it is, in hundredths of the chart; it never leaves the chart.</summary>
    public static (double Left, double Width) Bar(double startedAfter, double milliseconds, double whole)
    {
        var width = Math.Clamp(100 * milliseconds / whole, LeastWidth, 100);
        return (Math.Clamp(100 * startedAfter / whole, 0, 100 - width), width);
    }
}
