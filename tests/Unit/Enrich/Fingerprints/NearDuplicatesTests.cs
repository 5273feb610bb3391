using FsCheck.Xunit;
using Ingestion.Contracts;
using Ingestion.Enrich.Fingerprints;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich.Fingerprints;

public sealed class NearDuplicatesTests
{
    [Property(MaxTest = 100)]
    public void A_text_with_a_few_words_edited_is_alike(int seed)
    {
        var text = NearDuplicateTexts.English(seed, 300);

        AssertAlike(string.Join(' ', text), string.Join(' ', NearDuplicateTexts.Edited(text, seed, 5, "elsewhere")));
    }

    [Property(MaxTest = 100)]
    public void A_Chinese_text_with_a_few_characters_edited_is_alike(int seed)
    {
        var text = NearDuplicateTexts.Chinese(seed, 500);

        AssertAlike(string.Concat(text), string.Concat(NearDuplicateTexts.Edited(text, seed, 5, "某")));
    }

    [Property(MaxTest = 100)]
    public void A_text_cut_to_a_half_is_alike(int seed)
    {
        var text = NearDuplicateTexts.English(seed, 600);

        AssertAlike(string.Join(' ', text), string.Join(' ', text[..300]));
    }

    [Property(MaxTest = 100)]
    public void A_text_with_other_text_around_it_is_alike(int seed)
    {
        var text = NearDuplicateTexts.English(seed, 300);

        AssertAlike(
            string.Join(' ', text),
            string.Join(' ', [.. NearDuplicateTexts.English(seed ^ 1, 100), .. text, .. NearDuplicateTexts.English(seed ^ 2, 100)]));
    }

    [Property(MaxTest = 100)]
    public void Texts_that_share_a_fifth_are_not_alike(int seed)
    {
        var shared = NearDuplicateTexts.English(seed, 100);
        var one = Fingerprint(string.Join(' ', [.. shared, .. NearDuplicateTexts.English(seed ^ 1, 400)]));
        var other = Fingerprint(string.Join(' ', [.. shared, .. NearDuplicateTexts.English(seed ^ 2, 400)]));

        Assert.False(NearDuplicates.AreAlike(one, other));
    }

    [Property(MaxTest = 100)]
    public void Similarity_is_the_same_both_ways_and_between_0_and_1(int seed, int otherSeed)
    {
        var one = Fingerprint(string.Join(' ', NearDuplicateTexts.English(seed % 4, 200)));
        var other = Fingerprint(string.Join(' ', NearDuplicateTexts.English(otherSeed % 4, 400)));

        Assert.Equal(NearDuplicates.Similarity(one, other), NearDuplicates.Similarity(other, one));
        Assert.InRange(NearDuplicates.Similarity(one, other), 0, 1);
        Assert.Equal(1, NearDuplicates.Similarity(one, one));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Read the whole story on our site. Subscribe today and support the work of our newsroom, every day of the week.")]
    [InlineData("阅读全文请登录或订阅本站，感谢您对我们新闻工作的支持。")]
    public void A_very_short_text_is_alike_to_nothing_not_even_itself(string text)
    {
        var fingerprint = Fingerprint(text);

        Assert.Equal("", fingerprint);
        Assert.Empty(NearDuplicates.Bands(fingerprint));
        Assert.False(NearDuplicates.AreAlike(fingerprint, fingerprint));
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("no fingerprint at all, but a text that is longer than any of them could ever be, which must not be read either way")]
    [InlineData("AAAA")]
    public void What_is_no_fingerprint_is_alike_to_nothing(string text)
    {
        Assert.Empty(NearDuplicates.Bands(text));
        Assert.Equal(0, NearDuplicates.Similarity(text, text));
    }

    [Fact]
    public void A_text_that_repeats_one_sentence_counts_it_once() =>
        Assert.Equal("", Fingerprint(string.Concat(Enumerable.Repeat("The doors will open in three years. ", 1_000))));

    [Fact]
    public void A_fingerprint_has_a_bounded_length_and_24_keys()
    {
        var fingerprint = Fingerprint(string.Join(' ', NearDuplicateTexts.English(1, 20_000)));

        Assert.Equal(342, fingerprint.Length);
        Assert.Equal(24, NearDuplicates.Bands(fingerprint).Distinct().Count());
        Assert.All(NearDuplicates.Bands(fingerprint), band => Assert.Matches("^[0-9a-f]{8}$", band));
    }

    /// <summary>Stored fingerprints are compared with new ones, so the form must never change.</summary>
    [Fact]
    public void The_form_is_frozen() =>
        Assert.Equal(
            "AAAAAQAAAAIAAAADAAAABAAAAAUAAAAGAAAABwAAAAgAAAAJAAAACgAAAAsAAAAMAAAADQAAAA4AAAAPAAAAEAAA" +
            "ABEAAAASAAAAEwAAABQAAAAVAAAAFgAAABcAAAAYAAAAGQAAABoAAAAbAAAAHAAAAB0AAAAeAAAAHwAAACA",
            NearDuplicates.Fingerprint(Enumerable.Range(1, 32).Reverse().Select(i => (uint)i)));

    private static void AssertAlike(string one, string other)
    {
        string a = Fingerprint(one), b = Fingerprint(other);
        Assert.True(NearDuplicates.AreAlike(a, b), $"similarity is {NearDuplicates.Similarity(a, b)}");
        Assert.NotEmpty(NearDuplicates.Bands(a).Intersect(NearDuplicates.Bands(b)));
    }

    private static string Fingerprint(string text) => NearDuplicates.Fingerprint(Shingles.Of(text));
}
