using Ingestion.Enrich.Fingerprints;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich.Fingerprints;

public sealed class ShinglesTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("one two three four", 0)]
    [InlineData("one two three four five", 1)]
    [InlineData("one two three four five six", 2)]
    [InlineData("图书馆将于三年后对", 0)]
    [InlineData("图书馆将于三年后对公众", 2)]
    [InlineData("AI 图书馆将于三年后", 1)]
    [InlineData("…, – ! ? «»", 0)]
    public void A_shingle_is_five_words_or_ten_characters(string text, int count) => Assert.Equal(count, Shingles.Of(text).Count());

    [Fact]
    public void Case_width_punctuation_and_white_space_make_no_difference() =>
        Assert.Equal(
            Shingles.Of("AI超级计算机, built in THE city by the river."),
            Shingles.Of("ＡＩ 超级计算机\n\nbuilt in the City – by the river"));

    [Fact]
    public void Order_makes_a_difference() =>
        Assert.NotEqual(Shingles.Of("one two three four five"), Shingles.Of("five four three two one"));

    /// <summary>Stored fingerprints are compared with new ones, so the function must never change.</summary>
    [Theory]
    [InlineData("one two three four five", 1728391423u)]
    [InlineData("图书馆将于三年后对公", 3616053293u)]
    public void Hashes_are_frozen(string text, uint hash) => Assert.Equal([hash], Shingles.Of(text));
}
