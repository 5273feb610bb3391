using System.Text.Json.Nodes;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>The same story in two feeds is two sources' articles in one cluster.</summary>
public sealed class ClusterTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    private const string Story =
        "The council of the small town by the river agreed on Monday evening to rebuild the old bridge, which had been closed since the "
        + "flood of last autumn. The work is to begin in spring and to last for two years. Shops on the far bank, whose owners had "
        + "feared for their trade, welcomed the vote. Until then a ferry carries pupils and commuters across the water every half hour.";

    private const string Other =
        "Farmers in the hills report the best harvest of apples for a decade. A mild spring without late frost and enough rain in July "
        + "brought fruit of a size that is seldom seen there. Prices at the weekly market fell by a third, and the press houses work in "
        + "two shifts. Some of the crop will be dried and sold in winter, when visitors come to the villages for the snow.";

    [Fact]
    public async Task Two_sources_one_cluster_and_another_story_apart()
    {
        var first = await PublishAsync("paper-one", Story);
        var copy = await PublishAsync("paper-two", Story + " The ferry is free of charge, the mayor said.");
        var other = await PublishAsync("paper-two", Other);

        var (read, copied, apart) = (await server.ReadArticleAsync(first), await server.ReadArticleAsync(copy), await server.ReadArticleAsync(other));
        Assert.Equal(first, (string?)copied["clusterId"]);
        Assert.Equal(first, (string?)read["clusterId"]);
        Assert.Equal(other, (string?)apart["clusterId"]);
        Assert.Null(apart["sameStory"]);
        Assert.Equal((copy, "paper-two"), Named(read));
        Assert.Equal((first, "paper-one"), Named(copied));
        var page = await server.Http.GetStringAsync(new Uri($"articles/{copy}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"""<a href="/articles/{first}" """.TrimEnd(), page, StringComparison.Ordinal);
        var readers = await server.Http.GetStringAsync(new Uri($"read/articles/{copy}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Matches($"The same story elsewhere</h2>\\s*<ul><li><a href=\"/read/articles/{first}\"", readers);
    }

    private static (string?, string?) Named(JsonNode article)
    {
        var named = Assert.Single(article["sameStory"]!.AsArray())!;
        return ((string?)named["id"], (string?)named["source"]);
    }

    private async Task<string> PublishAsync(string source, string text)
    {
        var id = await server.PushTextAsync(source, Guid.NewGuid().ToString("N"), text);
        await server.FinishedAsync(id, 1);
        return id;
    }
}
