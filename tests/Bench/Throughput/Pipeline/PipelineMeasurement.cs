using System.Diagnostics;

namespace Ingestion.Bench.Throughput.Pipeline;

/// <summary>Measures the pipeline: from the first push until the last article stands in the change sequence.</summary>
internal static class PipelineMeasurement
{
    /// <summary>Warms up, then measures.</summary>
    /// <exception cref="TimeoutException">It was not finished in time.</exception>
    public static Task<Figures> RunAsync(PipelineProcesses processes, Workload work, CancellationToken cancellationToken)
    {
        var pusher = new PagePusher(processes.Write);
        var watch = new ChangeWatch(processes.Read);
        return work.BoundAsync(
            "pipeline",
            async deadline =>
            {
                await pusher.PushAsync(0, Workload.WarmUp, deadline);
                await watch.WaitUntilAsync(Workload.WarmUp, deadline);

                var (start, cpu) = (Stopwatch.GetTimestamp(), processes.CpuTime);
                await Task.WhenAll(
                    pusher.PushAsync(Workload.WarmUp, work.Count, deadline),
                    watch.WaitUntilAsync(Workload.WarmUp + work.Count, deadline));
                return Figures.Of(work.Count, Stopwatch.GetElapsedTime(start), processes.CpuTime - cpu);
            },
            () => $"{watch.Published} are published\n{processes.Describe()}",
            cancellationToken);
    }
}
