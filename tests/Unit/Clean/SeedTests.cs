using System.Text.Json;
using Ingestion.Clean.Decoding;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.PlainText;
using Ingestion.Contracts;
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

    private static void AssertCleans(string page, JsonElement truth)
    {
        var decoded = PageDecoder.Decode(File.ReadAllBytes(page), "text/plain");
        var article = PlainTextCleaner.Clean(decoded.Text, new ArticleHints(), new RemovalLedger());

        Assert.Equal(truth.GetProperty("title").GetString(), article.Title);
        Assert.Equal(truth.GetProperty("date").GetString(), article.PublishedAt?.ToString());
        Assert.Equal(truth.GetProperty("publisher").GetString(), article.Publisher);
        Assert.Equal(truth.GetProperty("citedUrl").GetString(), article.CitedUrl);
        Assert.Equal(truth.GetProperty("articleBody").GetString(), string.Join("\n\n", article.Paragraphs));
        Assert.Empty(article.Authors);
    }
}
