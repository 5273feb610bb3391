using System.Text;
using System.Text.Json;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Extraction.ScriptState;

public class StateArticleTests
{
    private const string Title = "Harbour bridge to close";
    private const string Picture = "<figure><img src=\"/bridge.jpg\" width=\"800\" height=\"600\"><figcaption>The bridge.</figcaption></figure>";
    private static readonly string Html = CleanPages.Story;
    private static readonly string Text = CleanPages.Body;

    public static TheoryData<string, string> States => new()
    {
        { "Next.js, pages", Script("id=\"__NEXT_DATA__\" type=\"application/json\"", Json(new { props = new { article = new { headline = Title, body = Html } } })) },
        { "Next.js, app, in a row of its own", Flight("5:[\"$\",\"div\",null,{}]\n24:T" + Convert.ToHexStringLower([0, (byte)(Encoding.UTF8.GetByteCount(Html) >> 8), (byte)Encoding.UTF8.GetByteCount(Html)]) + ",", Html, "6:[\"$\",\"p\",null,{}]\n") },
        { "Next.js, app, in an object", Flight("5:[\"$\",\"$L3\",null,{\"article\":{\"title\":\"" + Title + "\",\"html\":" + Json(Html) + "}}]\n") },
        { "Nuxt 2", Script("", "window.__NUXT__=(function(a,b){return {layout:\"default\",data:[{post:{title:\"" + Title + "\",body:" + Json(Html) + ",id:a}}]}}(1,null));") },
        { "Nuxt 3", Script("type=\"application/json\" id=\"__NUXT_DATA__\"", Json(new object[] { new { title = 1, body = 2 }, Title, Html })) },
        { "React Query", Script("", "window[\"__RQ\"]=window[\"__RQ\"]||[];window[\"__RQ\"].push({\"queries\":[{\"state\":{\"data\":" + Json(new { title = Title, text = Html }) + "}}]});") },
        { "JSON in a string", Script("", "window.__STATE__ = JSON.parse(" + Json(Json(new { headline = Title, body = Html })) + ")") },
        { "plain text", Script("", "window.__STATE__ = " + Json(new { headline = Title, body = Text })) },
        { "single quotes", Script("", "var state = {headline: 'x', body: '" + Html.Replace("'", "\\'", StringComparison.Ordinal) + "'}") },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_page_that_its_scripts_would_fill_is_read_from_their_state(string framework, string script)
    {
        var article = CleanPages.Clean(CleanPages.Page("<div id=\"root\"></div>" + script));

        Assert.True(Text == article.BodyText, $"{framework}: {article.BodyText}");
        Assert.Equal(Title, article.Title);
        Assert.Contains(article.Warnings, warning => warning.Code == "script-state");
    }

    [Fact]
    public void It_is_cleaned_like_any_body()
    {
        var article = CleanPages.Clean(CleanPages.Page("<p>Please enable scripts.</p>" + State(new
        {
            headline = Title,
            body = $"{Picture}{CleanPages.Story}$$AD1$$<p onclick=\"x()\">More from <a href=\"/isle?utm_source=x\">the island</a> follows, the city's office says, on Tuesday.</p><div class=\"share-buttons\">Share this</div>",
        })));

        Assert.Equal($"{Text}\n\nMore from the island follows, the city's office says, on Tuesday.", article.BodyText);
        Assert.Contains("<a href=\"https://news.example/isle\">", article.BodyHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", article.BodyHtml, StringComparison.Ordinal);
        Assert.Equal("https://news.example/bridge.jpg", Assert.Single(article.Images).Url);
    }

    [Fact]
    public void A_page_without_a_title_has_the_one_of_the_state() =>
        Assert.Equal(Title, CleanPages.Clean($"<!DOCTYPE html><div id=\"root\"></div>{State(new { name = "site", article = new { headline = Title, content = new { html = Html } } })}").Title);

    [Fact]
    public void The_article_that_is_called_like_the_page_goes_before_a_longer_one() =>
        Assert.Equal(Text, CleanPages.Clean(CleanPages.Page(State(new
        {
            other = new { title = "Ferries sail again", body = string.Concat(Enumerable.Repeat($"<p>{CleanPages.SecondParagraph}</p>", 9)) },
            article = new { title = Title, body = Html },
        }))).BodyText);

    [Fact]
    public void A_page_that_shows_its_article_is_read_and_not_its_state() =>
        Assert.Equal(Text, CleanPages.Clean(CleanPages.Page(
            $"<article>{CleanPages.Story}</article>{State(new { title = Title, body = string.Concat(Enumerable.Repeat(Html, 5)) })}")).BodyText);

    [Fact]
    public void A_short_article_is_not_replaced_by_another_one() =>
        Assert.Equal(CleanPages.FirstParagraph, CleanPages.Clean(CleanPages.Page(
            $"<article><p>{CleanPages.FirstParagraph}</p></article>{State(new { title = "Ferries sail again", body = Html })}")).BodyText);

    [Theory]
    [InlineData("cookiePolicy")]
    [InlineData("privacyText")]
    [InlineData("inlineCss")]
    public void Texts_of_the_site_are_no_article(string key) =>
        Assert.Throws<ArticleRejectedException>(() => CleanPages.Clean(CleanPages.Page(State(new Dictionary<string, string> { [key] = Html }))));

    [Fact]
    public void Code_is_no_article()
    {
        var code = string.Concat(Enumerable.Repeat("function a(b){if(b==='x'){return {c:d};}}\nvar e = f['g'], h; // i, j. k\n", 50));

        Assert.Throws<ArticleRejectedException>(() => CleanPages.Clean(CleanPages.Page($"<script>var source = {Json(code)};</script>")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("\"")]
    [InlineData("'\"")]
    [InlineData("\\\"")]
    [InlineData("{\"a\":\"")]
    [InlineData("\"{\\\"a\\\":\\\"")]
    [InlineData("self.__next_f.push([1,\"1:T")]
    [InlineData("<script>{")]
    public void Broken_state_costs_little_and_breaks_nothing(string piece)
    {
        var script = string.Concat(Enumerable.Repeat(piece, 3_000_000 / piece.Length));

        Assert.Throws<ArticleRejectedException>(() => CleanPages.Clean(CleanPages.Page($"<script>{script}</script>")));
    }

    private static string State(object state) => Script("", "window.__STATE__ = " + Json(state));

    private static string Script(string attributes, string text) => $"<script {attributes}>{text}</script>";

    private static string Flight(params string[] pieces) => string.Concat(pieces.Select(piece => Script("", $"self.__next_f.push([1,{Json(piece)}])")));

    // As frameworks write it: its default encoder leaves no "<" that could end the script.
    private static string Json(object value) => JsonSerializer.Serialize(value);
}
