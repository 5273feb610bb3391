using System.Threading.Channels;

namespace Ingestion.Storage;

/// <summary>
/// Group commit: while one group is being written, the next one gathers, so one durable commit serves all that wait.
/// Groups are written one after the other, in the order in which their items came.
/// </summary>
internal sealed class GroupWriter<TItem> : IAsyncDisposable where TItem : GroupItem
{
    /// <summary>Waiting items beyond this make further callers wait for room.</summary>
    private const int Capacity = 4096;

    private readonly Channel<TItem> _waiting =
        Channel.CreateBounded<TItem>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly int _largestGroup;
    private readonly Func<IReadOnlyList<TItem>, Task> _write;
    private readonly Task _loop;

    /// <param name="largestGroup">Most items in one group.</param>
    /// <param name="write">Writes a group. It must complete or fail every item; whatever it throws fails those that are left.</param>
    public GroupWriter(int largestGroup, Func<IReadOnlyList<TItem>, Task> write)
    {
        _largestGroup = largestGroup;
        _write = write;
        _loop = Task.Run(WriteGroupsAsync);
    }

    /// <summary>Hands an item over; its own task tells how it went.</summary>
    public async Task AddAsync(TItem item, CancellationToken cancellationToken)
    {
        try
        {
            await _waiting.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreUnavailableException("The store is closed: the process is stopping.", e);
        }
    }

    /// <summary>Writes what is waiting, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task WriteGroupsAsync()
    {
        var group = new List<TItem>(_largestGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < _largestGroup && _waiting.Reader.TryRead(out var item))
                if (item.TryBegin()) group.Add(item);
            if (group.Count == 0) continue;
            try
            {
                await _write(group);
            }
#pragma warning disable CA1031 // Whatever happens belongs to the callers of the group; the loop must live on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                foreach (var item in group) item.Fail(e);
            }
        }
    }
}
