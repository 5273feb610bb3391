using Ingestion.Enrich.Keywords;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich;

public sealed class KeywordExtractorTests
{
    [Fact]
    public void What_the_text_repeats_comes_first()
    {
        var keywords = KeywordExtractor.Extract(
            "New library by the river",
            "The library opens soon. The Library has books about the river, and the river runs by the library garden. A garden is there.", "en");

        Assert.Equal(["library", "river", "garden"], keywords);
    }

    [Fact]
    public void Stop_words_are_none() =>
        Assert.Empty(KeywordExtractor.Extract("", "Die und der, die und der, aber auch nicht mehr, aber auch nicht mehr.", "de"));

    [Fact]
    public void Chinese_terms_are_cut_from_running_text()
    {
        var keywords = KeywordExtractor.Extract(
            "超级计算机投入使用", "新的超级计算机很快。这台计算机在数据中心里，数据中心的计算机需要冷却。工程师说数据中心会扩建。", "zh");

        Assert.Contains("计算机", keywords);
        Assert.DoesNotContain(keywords, k => k.Contains('的', StringComparison.Ordinal));
        Assert.DoesNotContain("算机", keywords);
    }

    [Fact]
    public void Japanese_terms_are_kanji_and_katakana_runs() =>
        Assert.Equal(
            ["コンピュータ", "図書館"],
            KeywordExtractor.Extract("", "図書館のコンピュータは新しい。コンピュータは図書館にある。", "ja").Order(StringComparer.Ordinal));

    [Fact]
    public void Acronyms_count_though_they_are_short() =>
        Assert.Contains("EU", KeywordExtractor.Extract("", "The EU voted. The EU agreed. Ministers of the EU met.", "en"));

    [Fact]
    public void There_are_at_most_eight() =>
        Assert.Equal(
            KeywordExtractor.Most,
            KeywordExtractor.Extract("", string.Join(' ', Enumerable.Range(0, 40).Select(i => $"{(char)('a' + (i % 20))}xample")), "en").Count);
}
