using System.Collections.Concurrent;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Processes;
using Xunit;

namespace Ingestion.Pipeline.Tests.Faults;

/// <summary>AllInOne as a real process, killed and stopped while articles come in.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Articles = 300;
    private const int Kills = 5;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ingestion-tests-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Environment => new() { ["Store__Directory"] = _data.FullName, ["Ingest__Lease"] = "00:00:05", ["Logging__LogLevel__Default"] = "Warning" };

    [Fact]
    public async Task Killed_five_times_while_300_articles_are_pushed_it_loses_none_and_doubles_none()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var killAt = Enumerable.Range(0, Kills).Select(_ => random.Next(10, Articles - 10)).Order().ToList();
        var accepted = new ConcurrentBag<Accepted>();
        var service = await StartAsync();
        try
        {
            for (var next = 0; next < Articles;)
            {
                var until = killAt.Count > 0 ? killAt[0] : Articles;
                var client = new ArticleClient(service.Client, service.Client);
                // The kill comes while pushes are under way: those get no answer, and are pushed again as a sender would.
                var pushing = Enumerable.Range(next, until - next).Select(number => PushAsync(client, number, accepted)).ToList();
                if (killAt.Count > 0)
                {
                    killAt.RemoveAt(0);
                    await Task.WhenAny(Task.WhenAll(pushing), Task.Delay(random.Next(0, 300), Cancellation));
                    await service.KillAsync(Cancellation);
                    await service.DisposeAsync();
                    service = await StartAsync();
                }
                var done = await Task.WhenAll(pushing);
                client = new ArticleClient(service.Client, service.Client);
                foreach (var unanswered in done.Where(push => !push.IsAnswered))
                    Assert.True((await PushAsync(client, unanswered.Number, accepted)).IsAnswered);
                next = until;
            }
            var reader = new ArticleClient(service.Client, service.Client);
            await new LossChecker(reader, output).CheckAsync(accepted, TimeSpan.FromMinutes(2), Cancellation);
            Assert.Equal(Articles, accepted.Select(a => a.ArticleId).Distinct().Count());
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    [Fact]
    public async Task Terminated_in_the_middle_it_finishes_what_is_in_hand_and_exits_with_0()
    {
        var accepted = new ConcurrentBag<Accepted>();
        await using (var service = await StartAsync())
        {
            var client = new ArticleClient(service.Client, service.Client);
            await Task.WhenAll(Enumerable.Range(0, 50).Select(number => PushAsync(client, number, accepted)));
            Assert.Equal(0, await service.TerminateAsync(TimeSpan.FromSeconds(30), Cancellation));
        }
        Assert.Equal(50, accepted.Count);
        await using var next = await StartAsync();
        await new LossChecker(new ArticleClient(next.Client, next.Client), output).CheckAsync(accepted, TimeSpan.FromMinutes(1), Cancellation);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServiceProcess> StartAsync() => ServiceProcess.StartAsync("AllInOne", Environment, cancellationToken: Cancellation);

    private static async Task<(int Number, bool IsAnswered)> PushAsync(ArticleClient client, int number, ConcurrentBag<Accepted> accepted)
    {
        var answer = await client.TryPushAsync(number, "crash", 2_000, Cancellation);
        if (answer is not null) accepted.Add(answer);
        return (number, answer is not null);
    }
}
