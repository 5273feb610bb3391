using Ingestion.Storage;

namespace Ingestion.Store.Tests;

public sealed class GroupWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_while_a_group_is_written_makes_the_next_group()
    {
        var groups = new List<int[]>();
        var gate = new TaskCompletionSource();
        await using var writer = new GroupWriter<Item>(4, async group =>
        {
            groups.Add([.. group.Select(item => item.Number)]);
            await gate.Task;
            foreach (var item in group) item.Complete(item.Number);
        });

        var first = await AddAsync(writer, 0);
        await first.Begun;
        var others = new List<Item>();
        for (var i = 1; i <= 6; i++) others.Add(await AddAsync(writer, i));
        gate.SetResult();

        Assert.Equal(0, await first.WaitAsync<int>(Token));
        foreach (var item in others) Assert.Equal(item.Number, await item.WaitAsync<int>(Token));
        Assert.Equal([[0], [1, 2, 3, 4], [5, 6]], groups);
    }

    [Fact]
    public async Task What_is_cancelled_while_it_waits_is_not_written_and_what_has_begun_is()
    {
        var written = new List<int>();
        var gate = new TaskCompletionSource();
        await using var writer = new GroupWriter<Item>(4, async group =>
        {
            await gate.Task;
            foreach (var item in group)
            {
                written.Add(item.Number);
                item.Complete(item.Number);
            }
        });
        using var cancellation = new CancellationTokenSource();

        var begun = await AddAsync(writer, 1);
        await begun.Begun;
        var waiting = await AddAsync(writer, 2);
        var (begunTask, waitingTask) = (begun.WaitAsync<int>(cancellation.Token), waiting.WaitAsync<int>(cancellation.Token));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waitingTask);
        Assert.False(begunTask.IsCompleted);
        gate.SetResult();
        Assert.Equal(1, await begunTask);
        var last = await AddAsync(writer, 3);
        await last.WaitAsync<int>(Token);
        Assert.Equal([1, 3], written);
    }

    [Fact]
    public async Task A_group_that_fails_tells_all_its_callers_and_the_next_group_is_written()
    {
        var fails = true;
        await using var writer = new GroupWriter<Item>(4, group =>
        {
            if (fails) throw new IOException("no disk");
            foreach (var item in group) item.Complete(item.Number);
            return Task.CompletedTask;
        });

        var failing = await AddAsync(writer, 1);
        var error = await Assert.ThrowsAsync<IOException>(() => failing.WaitAsync<int>(Token));
        fails = false;

        Assert.Equal("no disk", error.Message);
        Assert.Equal(2, await (await AddAsync(writer, 2)).WaitAsync<int>(Token));
    }

    [Fact]
    public async Task Closing_writes_what_is_waiting_and_refuses_what_comes_after()
    {
        var gate = new TaskCompletionSource();
        var writer = new GroupWriter<Item>(1, async group =>
        {
            await gate.Task;
            group[0].Complete(group[0].Number);
        });
        var items = new[] { await AddAsync(writer, 1), await AddAsync(writer, 2) };

        var closing = writer.DisposeAsync().AsTask();
        Assert.False(closing.IsCompleted);
        gate.SetResult();
        await closing;

        foreach (var item in items) Assert.Equal(item.Number, await item.WaitAsync<int>(Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync(writer, 3));
    }

    private static async Task<Item> AddAsync(GroupWriter<Item> writer, int number)
    {
        var item = new Item(number);
        await writer.AddAsync(item, Token);
        return item;
    }

    private sealed class Item(int number) : GroupItem
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Number => number;

        public Task Begun => _begun.Task;

        public override bool TryBegin()
        {
            var taken = base.TryBegin();
            _begun.TrySetResult();
            return taken;
        }
    }
}
