using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IIdempotencyStore"/> promises.</summary>
public abstract class IdempotencyStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(2);
    private static readonly IdempotencyEntry Started = new(IdempotencyState.Started);
    private static readonly IdempotencyEntry InProgress = new(IdempotencyState.InProgress);
    private static readonly IdempotencyEntry Mismatch = new(IdempotencyState.Mismatch);

    private IIdempotencyStore Idempotency => Store.Idempotency;

    [Fact]
    public async Task The_first_caller_starts_and_the_next_one_waits()
    {
        Assert.Equal(Started, await BeginAsync());
        Assert.Equal(InProgress, await BeginAsync());
        Assert.Equal(Started, await BeginAsync(key: "another key"));
    }

    [Fact]
    public async Task An_answer_is_remembered()
    {
        await BeginAsync();
        await Idempotency.CompleteAsync("key", 202, """{"id":"名"}""", Now.AddHours(12), Token);

        Assert.Equal(
            new IdempotencyEntry(IdempotencyState.Completed, 202, """{"id":"名"}"""), await BeginAsync(now: Now.AddHours(11)));
    }

    [Fact]
    public async Task An_answer_is_forgotten_when_its_time_is_over()
    {
        await BeginAsync();
        await Idempotency.CompleteAsync("key", 202, "{}", Now.AddHours(12), Token);

        Assert.Equal(Started, await BeginAsync(fingerprint: "another request", now: Now.AddHours(12)));
    }

    [Fact]
    public async Task Another_request_with_the_key_is_a_mistake_before_and_after_the_answer()
    {
        await BeginAsync();
        Assert.Equal(Mismatch, await BeginAsync(fingerprint: "another request"));

        await Idempotency.CompleteAsync("key", 202, "{}", Now.AddHours(12), Token);
        Assert.Equal(Mismatch, await BeginAsync(fingerprint: "another request"));
    }

    [Fact]
    public async Task A_lock_that_nobody_ended_is_free_again_when_its_time_is_over()
    {
        await BeginAsync();

        Assert.Equal(InProgress, await BeginAsync(now: Now + Lock - TimeSpan.FromMilliseconds(1)));
        Assert.Equal(Started, await BeginAsync(now: Now + Lock));
        Assert.Equal(InProgress, await BeginAsync(now: Now + Lock));
    }

    [Fact]
    public async Task A_released_key_can_be_used_again()
    {
        await BeginAsync();
        await Idempotency.ReleaseAsync("key", Token);

        Assert.Equal(Started, await BeginAsync(fingerprint: "another request"));
    }

    [Fact]
    public async Task An_answer_stays_what_it_was()
    {
        await BeginAsync();
        await Idempotency.CompleteAsync("key", 202, "first", Now.AddHours(12), Token);
        await Idempotency.CompleteAsync("key", 500, "second", Now.AddHours(12), Token);
        await Idempotency.ReleaseAsync("key", Token);

        Assert.Equal(new IdempotencyEntry(IdempotencyState.Completed, 202, "first"), await BeginAsync());
    }

    [Fact]
    public async Task One_of_many_at_once_starts()
    {
        await using var other = await Fixture.OpenAsync();

        var entries = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? Idempotency : other.Idempotency).BeginAsync("key", "request", Now, Lock, Token)));

        Assert.Single(entries, Started);
        Assert.Equal(19, entries.Count(e => e == InProgress));
    }

    [Fact]
    public async Task One_of_many_takes_over_a_lock_that_is_over()
    {
        await BeginAsync();

        var entries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Idempotency.BeginAsync("key", "request", Now + Lock, Lock, Token)));

        Assert.Single(entries, Started);
    }

    private Task<IdempotencyEntry> BeginAsync(string key = "key", string fingerprint = "request", DateTimeOffset? now = null) =>
        Idempotency.BeginAsync(key, fingerprint, now ?? Now, Lock, Token);
}
