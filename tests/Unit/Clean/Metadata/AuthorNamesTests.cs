using Ingestion.Clean.Metadata;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Metadata;

public class AuthorNamesTests
{
    [Theory]
    [InlineData("By Ada Lovelace", "Ada Lovelace")]
    [InlineData("By Ada Lovelace and Charles Babbage", "Ada Lovelace|Charles Babbage")]
    [InlineData("Von Anna Beispiel und Karl Muster", "Anna Beispiel|Karl Muster")]
    [InlineData("Par Jeanne Exemple et Paul Modèle", "Jeanne Exemple|Paul Modèle")]
    [InlineData("作者：宋怡", "宋怡")]
    [InlineData("Written by Ada Lovelace (London)", "Ada Lovelace")]
    [InlineData("Ada Lovelace October 24", "Ada Lovelace")]
    [InlineData("View all posts by Ada Lovelace", "Ada Lovelace")]
    [InlineData("Ada Lovelace, Ada Lovelace", "Ada Lovelace")]
    public void A_byline_is_cut_into_names(string byline, string expected)
    {
        var names = new List<string>();
        AuthorNames.AddTo(names, byline);
        Assert.Equal(expected.Split('|'), names);
    }

    [Theory]
    [InlineData("https://news.example/people/ada")]
    [InlineData("ada@news.example")]
    [InlineData("admin")]
    [InlineData("undefined")]
    [InlineData("佚名")]
    public void What_is_no_name_is_left_out(string byline)
    {
        var names = new List<string>();
        AuthorNames.AddTo(names, byline);
        Assert.Empty(names);
    }

    [Theory]
    [InlineData("Ada Lovelace", true)]
    [InlineData("Ludwig van Beethoven", true)]
    [InlineData("J. K. O’Example-Muster", true)]
    [InlineData("王小明", true)]
    [InlineData("山田 太郎", true)]
    [InlineData("김하나", true)]
    [InlineData("Personal finance", false)]
    [InlineData("Harbour Editor", false)]
    [InlineData("Ada", false)]
    [InlineData("首页", false)]
    [InlineData("Bridge 7", false)]
    public void A_full_name_is_told_by_its_form(string text, bool expected) => Assert.Equal(expected, PersonName.IsFull(text));

    [Fact]
    public void Chinese_names_are_told_from_words()
    {
        Assert.Equal(["伊琳", "李清芬"], ChineseNames.Leading("伊琳 李清芬"));
        Assert.Empty(ChineseNames.Leading("采访了解"));
    }
}
