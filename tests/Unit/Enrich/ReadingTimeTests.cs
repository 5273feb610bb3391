using Ingestion.Enrich;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich;

public sealed class ReadingTimeTests
{
    [Fact]
    public void Five_hundred_cjk_characters_take_a_minute() => Assert.Equal(60, ReadingTime.Seconds(new string('字', 500)));

    [Fact]
    public void Two_hundred_and_sixty_five_words_take_a_minute() =>
        Assert.Equal(60, ReadingTime.Seconds(string.Join(' ', Enumerable.Repeat("reader's", 265))));

    [Fact]
    public void Words_among_cjk_characters_are_added() =>
        Assert.Equal(120, ReadingTime.Seconds(new string('字', 500) + string.Join(' ', Enumerable.Repeat("Azure", 265))));

    [Fact]
    public void Seconds_are_rounded_up() => Assert.Equal(1, ReadingTime.Seconds("word"));

    [Fact]
    public void Nothing_takes_no_time() => Assert.Equal(0, ReadingTime.Seconds(" … —"));
}
