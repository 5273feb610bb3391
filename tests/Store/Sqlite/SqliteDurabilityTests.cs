using System.Text;
using Ingestion.Storage;
using Ingestion.Storage.Sqlite;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Sqlite;

/// <summary>What SQLite's file keeps, whatever happens to the process.</summary>
public sealed class SqliteDurabilityTests : IAsyncLifetime
{
    private readonly SqliteFixture _fixture = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(_fixture.ResetAsync());

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task What_one_process_wrote_the_next_one_finds()
    {
        await using (var first = await _fixture.OpenAsync()) await WriteAsync(first, "a");

        await using var second = await _fixture.OpenAsync();
        await ExpectAsync(second, "a", sequence: 1);
        await WriteAsync(second, "b");
        await ExpectAsync(second, "b", sequence: 2);
    }

    [Fact]
    public async Task Two_processes_share_the_file()
    {
        await using var first = await _fixture.OpenAsync();
        await WriteAsync(first, "a");

        await using var second = await _fixture.OpenAsync();
        await ExpectAsync(second, "a", sequence: 1);
        await WriteAsync(second, "b");
        await ExpectAsync(first, "b", sequence: 2);
    }

    [Fact]
    public async Task What_was_answered_is_in_the_files_of_a_process_that_ends_without_a_word()
    {
        await using var running = await _fixture.OpenAsync();
        await WriteAsync(running, "a");

        // The files as a killed process leaves them: the log is not merged, and its shared memory is gone.
        var copy = new SqliteFixture();
        Directory.CreateDirectory(copy.StoreDirectory);
        foreach (var name in new[] { "ingestion.db", "ingestion.db-wal" })
            File.Copy(Path.Combine(_fixture.StoreDirectory, name), Path.Combine(copy.StoreDirectory, name));
        await using (var next = await copy.OpenAsync()) await ExpectAsync(next, "a", sequence: 1);
        await copy.DisposeAsync();
    }

    [Fact]
    public async Task A_commit_is_on_disk_before_it_is_answered()
    {
        await using var process = await _fixture.OpenAsync();

        var settings = await process.Get<SqliteDatabase>().WriteAsync(
            session => (
                session.QueryNumber("PRAGMA synchronous"),
                session.QueryNumber("PRAGMA foreign_keys"),
                session.QueryFirst("PRAGMA journal_mode", row => row.GetString(0))),
            Token);

        Assert.Equal((2, 1, "wal"), settings);
    }

    [Fact]
    public async Task Processes_that_start_together_prepare_the_file_once()
    {
        var processes = Enumerable.Range(0, 6).Select(_ => new StoreProcess(_fixture.Configuration)).ToList();

        await Task.WhenAll(processes.Select(p => Task.Run(() => p.Lifecycle.PrepareAsync(Token))));
        await Task.WhenAll(processes.Select((p, i) => WriteAsync(p, $"a{i}")));

        Assert.Equal(
            Enumerable.Range(1, 6).Select(i => (long)i),
            (await processes[0].Articles.ReadChangesAsync(0, 10, Token)).Select(c => c.Sequence));
        foreach (var process in processes) await process.DisposeAsync();
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_left_alone()
    {
        await using (var newer = await _fixture.OpenAsync())
            await newer.Get<SqliteDatabase>().WriteAsync(
                session =>
                {
                    session.Run("PRAGMA user_version = 999");
                    return true;
                },
                Token);

        await using var older = new StoreProcess(_fixture.Configuration);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => older.Lifecycle.PrepareAsync(Token));
        Assert.Contains("999", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_half_written_stays()
    {
        await using var process = await _fixture.OpenAsync();
        await WriteAsync(process, "a");
        await process.Get<SqliteDatabase>().WriteAsync(
            session => session.QueryNumber("PRAGMA max_page_count = 60"), Token);

        var large = Submission("large") with { Raw = new byte[1_000_000] };
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => process.Submissions.AcceptAsync(large, Token));

        Assert.Contains("full", error.Message, StringComparison.Ordinal);
        Assert.Null(await process.Submissions.FindAsync(large.ArticleId, 1, Token));
        Assert.True((await process.Submissions.AcceptAsync(large, Token)).IsNew);
    }

    [Fact]
    public async Task One_operation_that_fails_does_not_undo_the_others_of_its_group()
    {
        await using var process = await _fixture.OpenAsync();
        var database = process.Get<SqliteDatabase>();
        using var gate = new ManualResetEventSlim();
        var first = database.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(30), Token), Token);

        // These wait for the first and make one group.
        var before = process.Submissions.AcceptAsync(Submission("before"), Token);
        var failing = database.WriteAsync<bool>(
            session =>
            {
                session.Execute("INSERT INTO payloads (key, article, expires_at) VALUES ('half', '{}', 9)");
                throw new FormatException("broken");
            },
            Token);
        var after = process.Submissions.AcceptAsync(Submission("after"), Token);
        gate.Set();

        Assert.True(await first);
        Assert.True((await before).IsNew);
        await Assert.ThrowsAsync<FormatException>(() => failing);
        Assert.True((await after).IsNew);
        Assert.Equal(0, await database.ReadAsync(session => session.QueryNumber("SELECT count(*) FROM payloads"), Token));
        Assert.Equal(2, (await process.Submissions.ReadBacklogAsync(Token)).Unfinished);
    }

    private static async Task WriteAsync(StoreProcess process, string key)
    {
        await process.Submissions.AcceptAsync(Submission(key, $"bytes of {key}"), Token);
        await process.Articles.PublishAsync(Publication(key), Token);
    }

    private static async Task ExpectAsync(StoreProcess process, string key, long sequence)
    {
        var raw = await process.Submissions.ReadRawAsync(Id(key), 1, Token);
        Assert.Equal($"bytes of {key}", Encoding.UTF8.GetString(raw!.Content.Span));
        Assert.Equal(SubmissionState.Published, (await process.Submissions.FindAsync(Id(key), 1, Token))!.State);
        Assert.Equal(sequence, (await process.Articles.FindCurrentAsync(Id(key), Token))!.Sequence);
    }
}
