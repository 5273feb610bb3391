using Ingestion.Tests.Infrastructure.Processes;

namespace Ingestion.Bench.Throughput.Pipeline;

/// <summary>The pipeline as it runs in production: real processes, configured by the environment.</summary>
internal sealed class PipelineProcesses : IAsyncDisposable
{
    private const int Lines = 5;
    private const int Width = 400;
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);
    private readonly IReadOnlyList<ServiceProcess> _processes;

    private PipelineProcesses(IReadOnlyList<ServiceProcess> processes) => _processes = processes;

    /// <summary>The door that is pushed to.</summary>
    public HttpClient Write => _processes[0].Client;

    /// <summary>The door that is read from.</summary>
    public HttpClient Read => _processes[^1].Client;

    /// <summary>Processor time of all of them so far, user and system.</summary>
    public TimeSpan CpuTime => _processes.Aggregate(TimeSpan.Zero, static (sum, process) => sum + CpuTimeOf(process.Id));

    /// <summary>The four services on a broker and a MongoDB server.</summary>
    public static Task<PipelineProcesses> StartApartAsync(Uri bus, string store, string database, CancellationToken cancellationToken) =>
        StartAsync(
            ["Ingest", "Clean", "Enrich", "Publish"],
            new Dictionary<string, string>
            {
                ["Bus__Transport"] = "RabbitMq",
                ["Bus__Host"] = bus.OriginalString,
                ["Store__Provider"] = "Mongo",
                ["Store__ConnectionString"] = store,
                ["Store__Database"] = database,
                ["Ingest__OpenOnLoopback"] = "true",
            },
            cancellationToken);

    /// <summary>All in one process, on the in-memory transport and SQLite in a folder.</summary>
    public static Task<PipelineProcesses> StartAllInOneAsync(DirectoryInfo data, CancellationToken cancellationToken) =>
        StartAsync(["AllInOne"], new Dictionary<string, string> { ["Store__Directory"] = data.FullName }, cancellationToken);

    /// <summary>What is seen of them from outside when something is wrong: which run, and their last lines.</summary>
    public string Describe() => string.Join(
        '\n',
        _processes.Select(static process => $"{process.Service} {(process.HasExited ? "has ended" : "runs")}\n{LastLines(process.Output)}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
    }

    private static async Task<PipelineProcesses> StartAsync(
        IReadOnlyList<string> services, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        environment["Logging__LogLevel__Default"] = "Warning";
        // Not being ready while starting is no news, and would hide what is.
        environment["Logging__LogLevel__Microsoft.Extensions.Diagnostics.HealthChecks"] = "None";
        var launched = new PipelineProcesses([.. services.Select(service => ServiceProcess.Launch(service, environment))]);
        try
        {
            foreach (var process in launched._processes) await process.WaitUntilReadyAsync(ReadyWithin, cancellationToken);
            return launched;
        }
        catch
        {
            await launched.DisposeAsync();
            throw;
        }
    }

    private static TimeSpan CpuTimeOf(int processId)
    {
        using var process = System.Diagnostics.Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }

    private static string LastLines(string output) => string.Join(
        '\n',
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(Lines)
            .Select(static line => line.Length > Width ? line[..Width] : line));
}
