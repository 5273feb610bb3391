using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>How Publish ends.</summary>
public sealed class HostEndTests
{
    [Fact]
    public async Task What_works_in_the_background_ends_well_also_where_the_host_is_disposed_without_being_stopped()
    {
        await using var host = new ReadHost();
        await host.InitializeAsync();
        var work = host.Services.GetServices<IHostedService>().OfType<BackgroundService>()
            .Where(service => service.GetType().Namespace!.StartsWith("Ingestion.", StringComparison.Ordinal))
            .ToDictionary(service => service.GetType().Name, service => service.ExecuteTask!);

        await host.AbandonAsync();

        Assert.Contains("DeliveryWorker", work.Keys);
        Assert.Contains("ChangeWatch", work.Keys);
        foreach (var (name, task) in work)
        {
            await Task.WhenAny(task).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.True(task.IsCompletedSuccessfully, $"{name} ended {task.Status}, which the host logs as a failure.");
        }
    }
}
