using Ingestion.Ingest.Sources;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Sources;

public sealed class ArticleRatesTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ArticleRates _rates;

    public ArticleRatesTests() => _rates = new ArticleRates(_clock);

    [Fact]
    public void A_minutes_worth_goes_at_once_and_then_one_by_one()
    {
        for (var i = 0; i < 6; i++) Assert.Null(_rates.Take("a", 6));
        Assert.Equal(TimeSpan.FromSeconds(10), _rates.Take("a", 6));

        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(6, _rates.Take("a", 6)!.Value.TotalSeconds, precision: 3);
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(_rates.Take("a", 6));
        Assert.NotNull(_rates.Take("a", 6));
    }

    [Fact]
    public void An_hour_of_silence_saves_up_no_more_than_a_minute()
    {
        for (var i = 0; i < 3; i++) _rates.Take("a", 2);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(_rates.Take("a", 2));
        Assert.Null(_rates.Take("a", 2));
        Assert.NotNull(_rates.Take("a", 2));
    }

    [Fact]
    public void Each_source_has_its_own()
    {
        Assert.Null(_rates.Take("a", 1));
        Assert.NotNull(_rates.Take("a", 1));
        Assert.Null(_rates.Take("b", 1));
    }

    [Fact]
    public void A_limit_that_was_lowered_holds_at_once()
    {
        Assert.Null(_rates.Take("a", 100));
        Assert.Null(_rates.Take("a", 1));
        Assert.NotNull(_rates.Take("a", 1));
    }
}
