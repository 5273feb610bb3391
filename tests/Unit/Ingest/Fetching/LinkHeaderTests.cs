using Ingestion.Ingest.Fetching;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Fetching;

public class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://hub.example/>; rel=hub", "https://hub.example/")]
    [InlineData("<https://a.example/>; rel=\"self\", <https://hub.example/>; title=\"a, b\"; rel=\"next HUB\"", "https://hub.example/")]
    [InlineData("</hub>;rel='x';rel=hub", null)] // the first rel counts
    [InlineData("</hub> ; REL=\"hub\"", "https://news.example/hub")]
    [InlineData("<ftp://hub.example/>; rel=hub", null)]
    [InlineData("nonsense", null)]
    [InlineData("<unclosed; rel=hub", null)]
    [InlineData("<https://hub.example/>; title=\"rel=hub\"", null)]
    public void The_targets_of_a_relation_are_found(string header, string? target) =>
        Assert.Equal(target, LinkHeader.Find([header], "hub", new Uri("https://news.example/feed")).FirstOrDefault()?.AbsoluteUri);
}
