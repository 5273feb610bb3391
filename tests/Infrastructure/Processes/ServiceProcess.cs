using System.Diagnostics;
using System.Net;
using System.Text;

namespace Ingestion.Tests.Infrastructure.Processes;

/// <summary>
/// A service run as the process that it is in production: the built assembly, configured by the environment, listening on a
/// loopback port, ended by signals. It is killed when disposed.
/// </summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>How long a service may take to become ready where the caller does not say.</summary>
    public static readonly TimeSpan DefaultReadyWithin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ServiceProcess(string service, int port, Process process)
    {
        Service = service;
        Port = port;
        Address = new($"http://127.0.0.1:{port}/");
        // A sender of its own: what else traces HTTP in the tests' process must not put its trace in place of the request's.
        Client = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = Address };
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>The service's project name.</summary>
    public string Service { get; }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client for it.</summary>
    public HttpClient Client { get; }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Everything it has written to standard output and standard error so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a service and waits until it is ready.</summary>
    /// <param name="service">The project's name, such as <c>Ingest</c>.</param>
    /// <param name="environment">Its configuration, on top of this process's environment.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="port">The port, to come back on one; a free one if null.</param>
    /// <param name="readyWithin">How long it may take, <see cref="DefaultReadyWithin"/> if null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message carries its output.</exception>
    public static async Task<ServiceProcess> StartAsync(
        string service,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string>? arguments = null,
        int? port = null,
        TimeSpan? readyWithin = null,
        CancellationToken cancellationToken = default)
    {
        var started = Launch(service, environment, arguments, port);
        try
        {
            await started.WaitUntilReadyAsync(readyWithin ?? DefaultReadyWithin, cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a service without waiting for it; the parameters are those of <see cref="StartAsync"/>.</summary>
    public static ServiceProcess Launch(
        string service,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string>? arguments = null,
        int? port = null)
    {
        var address = port ?? FreePort.Next();
        var start = new ProcessStartInfo("dotnet", [BuiltAssembly.PathOf(service), .. arguments ?? []])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{address}";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = new ServiceProcess(service, address, new Process { StartInfo = start });
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits until <c>/ready</c> answers 200.</summary>
    /// <exception cref="InvalidOperationException">The process ended, or was not ready in time.</exception>
    public async Task WaitUntilReadyAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(PollInterval);
        while (!await IsReadyAsync(cancellationToken))
        {
            if (HasExited)
            {
                await _process.WaitForExitAsync(cancellationToken);
                throw new InvalidOperationException($"{Service} ended with exit code {_process.ExitCode} before it was ready:\n{Output}");
            }

            if (Stopwatch.GetElapsedTime(started) > within)
            {
                throw new InvalidOperationException($"{Service} was not ready within {within}:\n{Output}");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Ends the process at once, as a crash would (SIGKILL), and waits until it is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Asks the process to end (SIGTERM) and returns its exit code.</summary>
    /// <exception cref="TimeoutException">It runs on after <paramref name="within"/>.</exception>
    public async Task<int> TerminateAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        Signals.Terminate(_process.Id);
        return await WaitForExitAsync(within, cancellationToken);
    }

    /// <summary>Waits for the process to end of itself and returns its exit code.</summary>
    /// <exception cref="TimeoutException">It runs on after <paramref name="within"/>.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(within);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{Service} still runs after {within}:\n{Output}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.GetAsync(new Uri("ready", UriKind.Relative), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
