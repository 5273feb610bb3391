using Ingestion.Contracts;
using Ingestion.Enrich;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich;

public sealed class ArticleEnricherTests
{
    [Fact]
    public void An_article_gets_everything_that_can_be_told_from_it()
    {
        var enrichment = new ArticleEnricher().Enrich(Article("新图书馆", "图书馆将于三年后对公众开放。图书馆有二十万册书。"));

        Assert.Equal(("zh", "Hans"), (enrichment.Language, enrichment.Script));
        Assert.True(enrichment.LanguageConfidence > 0.9);
        Assert.Equal(3, enrichment.ReadingSeconds);
        Assert.Contains("图书馆", enrichment.Keywords);
        Assert.Equal("图书馆将于三年后对公众开放。图书馆有二十万册书。", enrichment.Summary);
        Assert.Equal("", enrichment.Fingerprint);
    }

    [Fact]
    public void An_article_without_a_body_is_told_by_its_title()
    {
        var enrichment = new ArticleEnricher().Enrich(Article("Новая библиотека откроется через три года", ""));

        Assert.Equal(("ru", "Cyrl"), (enrichment.Language, enrichment.Script));
        Assert.Null(enrichment.Summary);
        Assert.Equal(0, enrichment.ReadingSeconds);
    }

    private static CleanedArticle Article(string title, string text) => new()
    {
        Title = title,
        BodyText = text,
        BodyHtml = $"<p>{text}</p>",
        WordCount = text.Length,
        WordsRemoved = 0,
        Pollution = 0,
        Charset = "utf-8",
        RuleSetVersion = "1",
    };
}
