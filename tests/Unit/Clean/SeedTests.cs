using System.Text.Json;
using Ingestion.Clean;
using Ingestion.Contracts;
using Ingestion.Enrich;
using Xunit;

namespace Ingestion.Unit.Tests.Clean;

public class SeedTests
{
    [Fact]
    public void The_seed_comes_out_exactly()
    {
        var page = SharedFiles.Require("seed/page.txt");
        using var truth = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("seed/ground-truth.json")));
        AssertCleans(page, truth.RootElement.GetProperty("page"));
    }

    [Fact]
    public void Our_own_twin_of_the_seed_comes_out_exactly()
    {
        var root = RepositoryFiles.Root;
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "tests/Unit/Clean/Expected/spam-clone.json")));
        AssertCleans(Path.Combine(root, "samples/spam-clone.txt"), truth.RootElement.GetProperty("page"));
    }

    [Fact]
    public void The_page_that_our_twin_was_cut_from_comes_out_exactly_too()
    {
        var root = RepositoryFiles.Root;
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "tests/Unit/Clean/Expected/spam-clone-html.json")));
        AssertCleans(Path.Combine(root, "samples/spam-clone.html"), truth.RootElement.GetProperty("page"), "text/html; charset=utf-8", leastPollution: 0.1);
    }

    private static void AssertCleans(string page, JsonElement truth, string contentType = "text/plain", double leastPollution = 0.3)
    {
        var article = new ArticleCleaner(new CleanOptions()).Clean(new RawArticle(File.ReadAllBytes(page), contentType, new ArticleHints()));
        var enrichment = new ArticleEnricher().Enrich(article);

        Assert.Equal(truth.GetProperty("title").GetString(), article.Title);
        Assert.Equal(truth.GetProperty("date").GetString(), article.PublishedAt?.ToString());
        Assert.Equal(truth.TryGetProperty("publisher", out var publisher) ? publisher.GetString() : null, article.Publisher);
        Assert.Equal(truth.TryGetProperty("citedUrl", out var cited) ? cited.GetString() : null, article.CitedUrl);
        Assert.Equal(truth.GetProperty("articleBody").GetString(), article.BodyText);
        Assert.Equal(truth.GetProperty("language").GetString(), enrichment.Language);
        Assert.Equal(truth.GetProperty("script").GetString(), enrichment.Script);
        var authors = truth.TryGetProperty("authors", out var named) ? named.EnumerateArray().Select(name => name.GetString()!) : [];
        Assert.Equal(authors, article.Authors);
        Assert.InRange(article.Pollution, leastPollution, 1);
        Assert.Contains(article.Removals, removal => removal.Rule == "pinyin-readings");
    }
}
