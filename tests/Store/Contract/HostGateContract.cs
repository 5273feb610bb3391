using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IHostGate"/> promises.</summary>
public abstract class HostGateContract(StoreFixture fixture) : StoreContract(fixture)
{
    // MongoDB deletes hosts that are free by its own clock: these times have to lie ahead of it.
    private static readonly DateTimeOffset Soon = Now.AddYears(100);

    private IHostGate Hosts => Store.Hosts;

    [Fact]
    public async Task A_host_that_is_taken_says_when_it_is_free()
    {
        Assert.Null(await Hosts.EnterAsync("a.example", Soon, Soon.AddMinutes(1), Token));

        Assert.Equal(Soon.AddMinutes(1), await Hosts.EnterAsync("a.example", Soon.AddSeconds(1), Soon.AddMinutes(2), Token));
        Assert.Null(await Hosts.EnterAsync("b.example", Soon, Soon.AddMinutes(1), Token));
    }

    [Fact]
    public async Task A_host_is_free_when_the_gap_after_leaving_is_over()
    {
        await Hosts.EnterAsync("a.example", Soon, Soon.AddMinutes(1), Token);
        await Hosts.LeaveAsync("a.example", Soon.AddMinutes(1), Soon.AddSeconds(5), Token);

        Assert.Equal(Soon.AddSeconds(5), await Hosts.EnterAsync("a.example", Soon.AddSeconds(4), Soon.AddMinutes(2), Token));
        Assert.Null(await Hosts.EnterAsync("a.example", Soon.AddSeconds(5), Soon.AddMinutes(2), Token));
    }

    [Fact]
    public async Task Who_never_left_is_put_out_after_the_time_and_cannot_leave_for_the_next()
    {
        await Hosts.EnterAsync("a.example", Soon, Soon.AddMinutes(1), Token);
        Assert.Null(await Hosts.EnterAsync("a.example", Soon.AddMinutes(1), Soon.AddMinutes(3), Token));

        await Hosts.LeaveAsync("a.example", Soon.AddMinutes(1), Soon.AddMinutes(1), Token);

        Assert.Equal(Soon.AddMinutes(3), await Hosts.EnterAsync("a.example", Soon.AddMinutes(2), Soon.AddMinutes(4), Token));
    }

    [Fact]
    public async Task Of_many_one_gets_in()
    {
        await using var other = await Fixture.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? Hosts : other.Hosts).EnterAsync("a.example", Soon, Soon.AddMinutes(1), Token)));

        Assert.Single(answers, answer => answer is null);
    }
}
