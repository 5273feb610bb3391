using FsCheck.Xunit;
using Ingestion.Enrich;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich;

public sealed class SimHashTests
{
    private const string Text =
        "The city said yesterday that a new library will be built by the river. It will hold two hundred thousand books, " +
        "a hall for readings and a garden on its roof. Work begins in the spring, and the doors are to open in three years. " +
        "The council voted for the plan by a large majority after a long debate about its cost and about the old trees.";

    [Property]
    public bool A_fingerprint_has_sixteen_hex_digits(string? text) =>
        SimHash.Fingerprint(text is not null && IsWellFormed(text) ? text : "") is { Length: 16 } digits && digits.All(char.IsAsciiHexDigitLower);

    [Fact]
    public void Case_width_punctuation_and_white_space_make_no_difference() =>
        Assert.Equal(SimHash.Compute("AI超级计算机, built."), SimHash.Compute("ＡＩ 超级计算机\n\nBUILT"));

    [Fact]
    public void Near_duplicates_differ_in_few_bits() =>
        Assert.InRange(SimHash.Distance(SimHash.Compute(Text), SimHash.Compute(Text.Replace("three", "four", StringComparison.Ordinal))), 0, 6);

    [Fact]
    public void Different_texts_differ_in_many_bits() =>
        Assert.InRange(
            SimHash.Distance(SimHash.Compute(Text), SimHash.Compute("Die Mannschaft gewann gestern Abend im eigenen Stadion mit drei zu eins.")),
            16, 64);

    /// <summary>Stored fingerprints are compared with new ones, so the function must never change.</summary>
    [Theory]
    [InlineData("", "0000000000000000")]
    [InlineData("abc", "33ebaf9927cbc5bd")]
    [InlineData("超级计算机", "0453276b55acf35f")]
    public void Fingerprints_are_frozen(string text, string fingerprint) => Assert.Equal(fingerprint, SimHash.Fingerprint(text));

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
