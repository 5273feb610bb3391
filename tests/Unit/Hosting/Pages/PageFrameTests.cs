using Ingestion.Hosting.Pages;
using Xunit;

namespace Ingestion.Unit.Tests.Hosting.Pages;

public sealed class PageFrameTests
{
    private static readonly NavigationEntry Articles = new(100, "Articles", "/") { Section = "/articles" };
    private static readonly NavigationEntry Sources = new(200, "Sources", "/sources");

    [Theory]
    [InlineData("/", true, false)]
    [InlineData("/articles/abc", true, false)]
    [InlineData("/sources", false, true)]
    [InlineData("/sources/abc", false, true)]
    [InlineData("/sourcesandmore", false, false)]
    public void A_page_belongs_to_the_link_above_it(string path, bool isArticles, bool isSources)
    {
        var frame = new PageFrame([Articles, Sources], path, IsSignedIn: false);

        Assert.Equal((isArticles, isSources), (frame.IsAt(Articles), frame.IsAt(Sources)));
    }

    [Fact]
    public void The_name_leads_to_the_first_link() => Assert.Equal("/sources", new PageFrame([Sources], "/x", IsSignedIn: false).Home);
}
