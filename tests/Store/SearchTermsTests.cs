using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("River, the RIVER!", "river the")]
    [InlineData("don't 3.5%", "don t 3 5")]
    [InlineData("Ｆｕｌｌ　ｗｉｄｔｈ ﬁne", "full width fine")]
    [InlineData("ｶﾞﾗｽ", "ガラ ラス")]
    [InlineData("图书馆", "图书 书馆")]
    [InlineData("图", "图")]
    [InlineData("GPT4模型", "gpt4 模型")]
    [InlineData("한국어", "한국 국어")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("𠮷野家", "𠮷野 野家")]
    [InlineData(" \t?!", "")]
    [InlineData("half a pair \ud83d end", "half a pair end")]
    [InlineData("no character \ufffe\uffff end", "no character end")]
    public void A_query_asks_for_words_and_bigrams(string query, string terms) =>
        Assert.Equal(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries), SearchTerms.OfQuery(query));

    [Fact]
    public void An_article_is_found_by_everything_that_describes_it_but_not_by_its_body()
    {
        var article = Article() with
        {
            Title = "title1",
            Standfirst = "standfirst1",
            Authors = ["author1"],
            Publisher = "publisher1",
            Section = "section1",
            Tags = ["tag1"],
            BodyText = "body1",
            BodyHtml = "body2",
        };

        var terms = SearchTerms.Of(article, Enrichment() with { Keywords = ["keyword1"], Summary = "summary1" });

        Assert.Equal(
            ["author1", "keyword1", "publisher1", "section1", "standfirst1", "summary1", "tag1", "title1"], terms.Order());
    }

    [Fact]
    public void Every_part_of_a_text_without_blanks_finds_it()
    {
        const string Title = "河边的新图书馆将于三年后开放";
        var terms = SearchTerms.Of(Article(Title), null);

        for (var start = 0; start < Title.Length; start++)
            for (var length = 1; start + length <= Title.Length; length++)
                Assert.Subset(terms.ToHashSet(), SearchTerms.OfQuery(Title.Substring(start, length)).ToHashSet());
    }

    [Fact]
    public void Terms_are_bounded()
    {
        var article = Article(string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"word{i}")) + new string('x', 5000));

        var terms = SearchTerms.Of(article, null);

        Assert.Equal(1000, terms.Count);
        Assert.Equal(64, Assert.Single(SearchTerms.OfQuery(new string('x', 5000))).Length);
    }

    [Fact]
    public void Topics_are_the_section_and_the_tags_in_one_form()
    {
        var topics = ArticleTopics.Of(Article() with { Section = " World  News ", Tags = ["ＡＩ", "ai", "", " ", "Böse\u0000", "half \ud83d"] });

        Assert.Equal(["world news", "ai", "böse", "half \ufffd"], topics);
        Assert.All(topics, topic => Assert.Equal(topic, ArticleTopics.Normalise(topic)));
        Assert.Equal(100, ArticleTopics.Normalise(new string('x', 500)).Length);
    }
}
