using System.Diagnostics;

namespace Ingestion.Broker.Tests.Infrastructure;

/// <summary>
/// The broker that the environment names: <c>RABBITMQ_URI</c>, <c>RABBITMQ_MANAGEMENT_URI</c> and, if it may be stopped and
/// started, the shell commands <c>RABBITMQ_STOP_COMMAND</c> and <c>RABBITMQ_START_COMMAND</c>, which return when it is done.
/// </summary>
internal sealed class GivenBroker : IBroker
{
    private const int ManagementPort = 15672;

    private readonly string? _stop = Read("RABBITMQ_STOP_COMMAND");
    private readonly string? _start = Read("RABBITMQ_START_COMMAND");

    private GivenBroker(Uri amqp, Uri management)
    {
        Amqp = amqp;
        Management = management;
    }

    public Uri Amqp { get; }

    public Uri Management { get; }

    public string? CannotRestart => _stop is null || _start is null
        ? "The broker of RABBITMQ_URI may not be restarted: RABBITMQ_STOP_COMMAND and RABBITMQ_START_COMMAND are not both set."
        : null;

    /// <summary>The broker, or null if the environment names none.</summary>
    public static GivenBroker? Find()
    {
        if (Read("RABBITMQ_URI") is not { } text)
        {
            return null;
        }

        var amqp = new Uri(text);
        var management = Read("RABBITMQ_MANAGEMENT_URI") is { } given
            ? new Uri(given)
            : new UriBuilder("http", amqp.Host, ManagementPort).Uri;
        return new(amqp, management);
    }

    public Task StopAsync(CancellationToken cancellationToken) => RunAsync(_stop!, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(_start!, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RunAsync(string command, CancellationToken cancellationToken)
    {
        using var shell = Process.Start("/bin/sh", ["-c", command]);
        await shell.WaitForExitAsync(cancellationToken);
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{command}' ended with exit code {shell.ExitCode}.");
        }
    }

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
