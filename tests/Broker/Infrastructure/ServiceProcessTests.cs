using Ingestion.Tests.Infrastructure.Processes;

namespace Ingestion.Broker.Tests.Infrastructure;

/// <summary>On Clean, as good as any: with the embedded transport and store it needs nothing else.</summary>
public sealed class ServiceProcessTests : IDisposable
{
    private static readonly TimeSpan ExitWithin = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ingestion-tests-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Embedded => new()
    {
        ["Bus__Transport"] = "InMemory",
        ["Store__Provider"] = "Sqlite",
        ["Store__Directory"] = _data.FullName,
    };

    [Fact]
    public async Task A_terminated_service_ends_with_code_0()
    {
        await using var service = await ServiceProcess.StartAsync("Clean", Embedded, cancellationToken: Cancellation);

        var exitCode = await service.TerminateAsync(ExitWithin, Cancellation);

        Assert.Equal(0, exitCode);
        Assert.Contains("Application is shutting down", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_service_is_gone_and_another_takes_its_port()
    {
        await using var killed = await ServiceProcess.StartAsync("Clean", Embedded, cancellationToken: Cancellation);
        await killed.KillAsync(Cancellation);
        Assert.True(killed.HasExited);

        await using var next = await ServiceProcess.StartAsync("Clean", Embedded, port: killed.Port, cancellationToken: Cancellation);

        Assert.Equal(killed.Address, next.Address);
        Assert.NotEqual(killed.Id, next.Id);
    }

    [Fact]
    public async Task A_service_that_cannot_start_says_why()
    {
        var broken = new Dictionary<string, string>(Embedded) { ["Store__Provider"] = "Papyrus" };

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ServiceProcess.StartAsync("Clean", broken, cancellationToken: Cancellation));

        Assert.Contains("Clean ended with exit code", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Papyrus", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
