using Ingestion.Storage;
using Microsoft.Extensions.Time.Testing;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests;

/// <summary>A host starts whatever the state of its store, and the store is used as soon as it can be.</summary>
public sealed class StorePreparationTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ingestion-start-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_host_with_a_store_is_ready_when_it_has_started()
    {
        await using var process = Sqlite(Path.Combine(_root.FullName, "new", "folder"));

        await process.Host.StartAsync(Token);

        Assert.True(process.Ready.IsReady);
        await process.Lifecycle.PingAsync(Token);
        Assert.True((await process.Submissions.AcceptAsync(Submission("a"), Token)).IsNew);
        await process.Host.StopAsync(Token);
    }

    [Fact]
    public async Task A_host_without_its_store_starts_is_not_ready_and_gets_ready_when_the_store_comes()
    {
        var time = new FakeTimeProvider(Now);
        var folder = Path.Combine(_root.FullName, "folder");
        await File.WriteAllTextAsync(folder, "A file where the folder should be.", Token);
        await using var process = Sqlite(folder, time);

        await process.Host.StartAsync(Token);

        Assert.False(process.Ready.IsReady);
        var ready = process.Ready.WaitAsync(Token);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => process.Lifecycle.PingAsync(Token));
        File.Delete(folder);
        while (!ready.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await ready;
        await process.Lifecycle.PingAsync(Token);
        await process.Host.StopAsync(Token);
    }

    [Fact]
    public async Task A_host_whose_server_is_unreachable_starts_and_stops()
    {
        await using var process = UnreachableMongo();

        await process.Host.StartAsync(Token);
        Assert.False(process.Ready.IsReady);
        await process.Host.StopAsync(Token);
    }

    [Fact]
    public async Task Every_port_says_that_an_unreachable_server_is_unavailable()
    {
        await using var process = UnreachableMongo();
        var hour = TimeSpan.FromHours(1);
        Task[] calls =
        [
            process.Lifecycle.PrepareAsync(Token),
            process.Lifecycle.PingAsync(Token),
            process.Submissions.AcceptAsync(Submission("a"), Token),
            process.Submissions.FindAsync(Id("a"), 1, Token),
            process.Submissions.ListVersionsAsync(Id("a"), Token),
            process.Submissions.ReadRawAsync(Id("a"), 1, Token),
            process.Submissions.ListAsync(new SubmissionQuery(), Token),
            process.Submissions.ClaimDueAsync(1, Now, hour, hour, Token),
            process.Submissions.ReleaseLeasesAsync(Now, Token),
            process.Submissions.DeferAsync(Id("a"), 1, Now, null, [], Token),
            process.Submissions.FailAsync(Id("a"), 1, Failure(), [], Token),
            process.Submissions.ReplayAsync(Id("a"), 1, Now, Token),
            process.Submissions.ReadBacklogAsync(Token),
            process.Articles.PublishAsync(Publication("a"), Token),
            process.Articles.FindCurrentAsync(Id("a"), Token),
            process.Articles.FindVersionAsync(Id("a"), 1, Token),
            process.Articles.FindVersionsAsync([(Id("a"), 1)], Token),
            process.Articles.ListAsync(new ArticleQuery(), Token),
            process.Articles.ReadLastSequenceAsync(Token),
            process.Articles.ReadChangesAsync(0, 1, Token),
            process.Payloads.PutAsync("key", Article(), Now, Token),
            process.Payloads.FindAsync("key", Token),
            process.Idempotency.BeginAsync("key", "request", Now, hour, Token),
            process.Idempotency.CompleteAsync("key", 200, "", Now, Token),
            process.Idempotency.ReleaseAsync("key", Token),
        ];

        foreach (var call in calls) await Assert.ThrowsAsync<StoreUnavailableException>(() => call);
    }

    [Fact]
    public async Task Every_port_says_that_an_unusable_file_is_unavailable()
    {
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "ingestion.db"), new string('x', 8192), Token);
        await using var process = Sqlite(_root.FullName);
        var hour = TimeSpan.FromHours(1);
        Task[] calls =
        [
            process.Lifecycle.PrepareAsync(Token),
            process.Lifecycle.PingAsync(Token),
            process.Submissions.AcceptAsync(Submission("a"), Token),
            process.Submissions.ListAsync(new SubmissionQuery(), Token),
            process.Submissions.ClaimDueAsync(1, Now, hour, hour, Token),
            process.Submissions.ReadBacklogAsync(Token),
            process.Articles.PublishAsync(Publication("a"), Token),
            process.Articles.ReadChangesAsync(0, 1, Token),
            process.Payloads.PutAsync("key", Article(), Now, Token),
            process.Payloads.FindAsync("key", Token),
            process.Idempotency.BeginAsync("key", "request", Now, hour, Token),
        ];

        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => call);
            Assert.Contains("ingestion.db", error.Message, StringComparison.Ordinal);
        }
    }

    private static StoreProcess Sqlite(string directory, TimeProvider? time = null) => new(
        new Dictionary<string, string>
        {
            [nameof(StoreOptions.Provider)] = nameof(StoreProvider.Sqlite),
            [nameof(StoreOptions.Directory)] = directory,
        },
        time);

    // Port 1 is never MongoDB's; nothing listens there.
    private static StoreProcess UnreachableMongo() => new(new Dictionary<string, string>
    {
        [nameof(StoreOptions.Provider)] = nameof(StoreProvider.Mongo),
        [nameof(StoreOptions.ConnectionString)] = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200",
    });
}
