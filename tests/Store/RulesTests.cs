using Ingestion.Storage;

namespace Ingestion.Store.Tests;

public sealed class RulesTests
{
    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(5, 480)]
    [InlineData(6, 900)]
    [InlineData(63, 900)]
    [InlineData(int.MaxValue, 900)]
    public void A_lease_doubles_with_each_attempt_up_to_the_longest(int attempt, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds), Lease.Of(attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15)));

    [Fact]
    public void A_lease_is_never_longer_than_the_longest() => Assert.Equal(
        TimeSpan.FromSeconds(10), Lease.Of(1, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)));

    [Fact]
    public void A_cursor_reads_what_it_writes()
    {
        var cursor = new ListCursor(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), "an/id");

        Assert.Equal(cursor, ListCursor.Parse(cursor.ToString()));
        Assert.Matches("^[A-Za-z0-9_-]+$", cursor.ToString());
    }
}
