using Ingestion.Hosting.Pages.Markup;
using Xunit;

namespace Ingestion.Unit.Tests.Hosting.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void What_is_put_in_is_text()
    {
        var hostile = "\"><script>alert('x')</script>&";

        Assert.Equal(
            """<a title="&quot;&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;">""", Html.Of($"""<a title="{hostile}">""").ToString());
    }

    [Fact]
    public void What_is_markup_stays_markup() => Assert.Equal("<p><b>1</b>中文</p>", Html.Of($"<p>{Html.Of($"<b>{1}</b>")}{"中文"}</p>").ToString());

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("<p></p>", Html.Of($"<p>{(string?)null}{Html.Empty}{default(Html)}</p>").ToString());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("not an address")]
    public void Only_web_addresses_become_links(string address) => Assert.Equal(address, SafeLink.To(address).ToString());

    [Fact]
    public void A_web_address_becomes_a_link() =>
        Assert.Equal(
            """<a href="https://news.example/a?b=1&amp;c=2" rel="external nofollow noreferrer">here</a>""",
            SafeLink.To("https://news.example/a?b=1&c=2", "here").ToString());

    [Theory]
    [InlineData("zh", "Hans", "zh-Hans", "ltr")]
    [InlineData("zh", "Hant", "zh-Hant", "ltr")]
    [InlineData("zh", "Hani", "zh", "ltr")]
    [InlineData("ar", "Arab", "ar", "rtl")]
    [InlineData("he", "Hebr", "he", "rtl")]
    [InlineData("en", "Latn", "en", "ltr")]
    public void A_text_has_its_language_and_direction(string language, string script, string lang, string dir) =>
        Assert.Equal((lang, dir), (TextDirection.Language(language, script), TextDirection.Of(script)));

    [Theory]
    [InlineData(0.04, "0.0 ms")]
    [InlineData(9.94, "9.9 ms")]
    [InlineData(1234.6, "1\u202f235 ms")]
    public void Times_are_as_precise_as_is_of_use(double milliseconds, string text) => Assert.Equal(text, Numbers.Milliseconds(milliseconds));
}
