using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Contracts;

public sealed class ArticleIdTests
{
    [Fact]
    public void The_same_submission_has_the_same_id_for_ever() =>
        Assert.Equal("6re3fsqgsxbhp1yw97w2cd756c", ArticleId.Derive("example", "guid-1", null, default));

    [Fact]
    public void The_sources_own_id_comes_before_the_url_and_the_url_before_the_content()
    {
        var byId = ArticleId.Derive("s", "1", "http://a.example/1", "x"u8);
        Assert.Equal(byId, ArticleId.Derive("s", "1", "http://a.example/2", "y"u8));
        var byUrl = ArticleId.Derive("s", null, "http://a.example/1", "x"u8);
        Assert.Equal(byUrl, ArticleId.Derive("s", " ", "http://a.example/1", "y"u8));
        Assert.NotEqual(ArticleId.Derive("s", null, null, "x"u8), ArticleId.Derive("s", null, null, "y"u8));
        Assert.NotEqual(byId, byUrl);
    }

    [Fact]
    public void Two_sources_never_share_an_article() =>
        Assert.NotEqual(ArticleId.Derive("a", "1", null, default), ArticleId.Derive("b", "1", null, default));

    [Fact]
    public void A_key_cannot_be_made_to_look_like_another_kind_of_key() =>
        Assert.NotEqual(ArticleId.Derive("s", "http://a.example/", null, default), ArticleId.Derive("s", null, "http://a.example/", default));

    [Theory]
    [InlineData("6re3fsqgsxbhp1yw97w2cd756c", true)]
    [InlineData("6re3fsqgsxbhp1yw97w2cd756", false)]
    [InlineData("6RE3FSQGSXBHP1YW97W2CD756C", false)]
    [InlineData("../../../../../etc/passwdxx", false)]
    [InlineData(null, false)]
    public void Its_form_can_be_checked(string? text, bool wellFormed) => Assert.Equal(wellFormed, ArticleId.IsWellFormed(text));
}
