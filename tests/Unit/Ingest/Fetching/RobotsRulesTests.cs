using Ingestion.Ingest.Fetching.Robots;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Fetching;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: INGESTION\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: INGESTION\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: ingestion\nDisallow: /x", "/a", true)] // the named group counts alone
    [InlineData("User-agent: ingestion\nAllow: /\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: a\nUser-agent: ingestion\nDisallow: /x", "/x", false)] // a group of two
    [InlineData("User-agent: ingestion\nDisallow: /a\nUser-agent: other\nUser-agent: ingestion\nDisallow: /b", "/b", false)] // two groups
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)] // the longest counts
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)] // of two as long, the one that allows
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-c-d", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("\uFEFFUser-agent: *  # all\r\nDisallow : /a # this\r\nSitemap: /s", "/a", false)]
    [InlineData("Disallow: /\nUser-agent: other\nDisallow: /", "/a", true)] // a rule outside of any group
    [InlineData("User-agent: *\nDisallow: /search?q=", "/search?q=1", false)]
    public void Rules_are_read_as_rfc_9309_says(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots, "Ingestion").Allows(new Uri("https://news.example" + path)));

    [Fact]
    public void A_host_that_cannot_say_is_left_alone()
    {
        Assert.False(RobotsRules.AllowNothing.Allows(new Uri("https://news.example/")));
        Assert.True(RobotsRules.AllowAll.Allows(new Uri("https://news.example/")));
    }
}
