using System.Diagnostics;
using FsCheck.Xunit;
using Ingestion.Clean;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.PlainText;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.PlainText;

[Collection(TimedTests.Name)]
public class PlainTextCleanerTests
{
    private static Budget Unlimited => new(new CleanOptions(), CancellationToken.None);

    private readonly RemovalLedger _ledger = new();

    [Fact]
    public void Hard_wrapped_English_becomes_paragraphs()
    {
        var article = Clean("""
            A Ferry Without a Captain

            By Ada Brook and Jo van Dam
            3 May 2023 08:15

            The small ferry that crosses the estuary every twenty minutes has run
            without anybody at its wheel since Monday, and nobody has complained
            so far.

            "It waits for people who run," said one passenger. "The old captain
            never did that."
            """);

        Assert.Equal("A Ferry Without a Captain", article.Title);
        Assert.Equal(["Ada Brook", "Jo van Dam"], article.Authors);
        Assert.Equal("2023-05-03T08:15:00", article.PublishedAt.ToString());
        Assert.Equal(
            [
                "The small ferry that crosses the estuary every twenty minutes has run without anybody at its wheel since Monday, and nobody has complained so far.",
                "\"It waits for people who run,\" said one passenger. \"The old captain never did that.\"",
            ],
            article.Paragraphs);
    }

    [Fact]
    public void Chinese_without_blank_lines_has_a_paragraph_on_each_line()
    {
        var article = Clean("渡輪沒有船長\n來源：海港日報\n　　每二十分鐘過河一次的小渡輪，從星期一起沒有人掌舵，至今也沒有人抱怨過一句話。\n　　“它會等跑著來的人。”一位乘客說。");
        Assert.Equal("渡輪沒有船長", article.Title);
        Assert.Equal("海港日報", article.Publisher);
        Assert.Equal(["每二十分鐘過河一次的小渡輪，從星期一起沒有人掌舵，至今也沒有人抱怨過一句話。", "“它會等跑著來的人。”一位乘客說。"], article.Paragraphs);
    }

    [Fact]
    public void Hard_wrapped_Chinese_is_joined_without_blanks()
    {
        var article = Clean("渡輪沒有船長\n\n每二十分鐘過河一次的小渡輪從星期一起就沒有人\n掌舵，至今也沒有人抱怨過一句話，連老船長都說\n它開得比自己還要穩當一些。\n\n下個月還有第二艘。");
        Assert.Equal(["每二十分鐘過河一次的小渡輪從星期一起就沒有人掌舵，至今也沒有人抱怨過一句話，連老船長都說它開得比自己還要穩當一些。", "下個月還有第二艘。"], article.Paragraphs);
    }

    [Fact]
    public void The_senders_title_is_taken_and_its_line_is_not_repeated()
    {
        var article = PlainTextCleaner.Clean("Menu\n\nThe real title\n\nOne sentence of a body.", new ArticleHints { Title = "The real title" }, _ledger, Unlimited);
        Assert.Equal(("The real title", "One sentence of a body."), (article.Title, Assert.Single(article.Paragraphs)));
        article = PlainTextCleaner.Clean("One sentence of a body.\n\nAnother one.", new ArticleHints { Title = "Given" }, _ledger, Unlimited);
        Assert.Equal(("Given", 2), (article.Title, article.Paragraphs.Count));
    }

    [Fact]
    public void A_text_without_a_headline_is_named_after_its_beginning_and_keeps_it()
    {
        var article = Clean("It rained. Then it rained more, and the river came up.");
        Assert.Equal(("It rained", 1), (article.Title, article.Paragraphs.Count));
    }

    [Fact]
    public void An_HTML_page_is_handed_back()
    {
        Assert.True(Clean("\n<!DOCTYPE html><html><body><p>x</p></body></html>").IsMarkup);
        Assert.True(Clean("<div><p>a</p><p>b</p><p>c</p></div>").IsMarkup);
        Assert.False(Clean("How to use tags\n\nThe <p> tag begins a paragraph, </p> ends it.").IsMarkup);
    }

    [Fact]
    public void Tags_that_a_text_is_about_stay()
    {
        var article = Clean("About tags\n\nThe <b> tag makes bold, <i>this</i> is italic, and <p></p> is empty.");
        Assert.Equal("The <b> tag makes bold, <i>this</i> is italic, and <p></p> is empty.", Assert.Single(article.Paragraphs));
        Assert.Empty(_ledger.Entries);
    }

    [Fact]
    public void Hidden_elements_go_with_what_is_in_them()
    {
        var article = Clean("Title\n\nBefore.<div style=\"display:none\">cheap <a href=\"http://x.example/\">slippers</a>\nand socks</div> After.");
        Assert.DoesNotContain("slippers", string.Concat(article.Paragraphs), StringComparison.Ordinal);
        Assert.Contains(_ledger.Entries, entry => entry is { Rule: MarkupSoup.Rule, Where: "line 3" });
    }

    [Fact]
    public void The_citation_line_gives_its_URL_and_goes()
    {
        var article = Clean("標題在這裡\n\n第一段說完了。\n\n本文引用地址：http://a.example/1.htm\n\n第二段說完了。");
        Assert.Equal(("http://a.example/1.htm", 2), (article.CitedUrl, article.Paragraphs.Count));
    }

    [Fact]
    public void The_word_comments_inside_of_a_paragraph_is_no_heading()
    {
        const string Text = "On feedback\n\nEvery month the editors read what people wrote to them, and the\ncomments\nare then put into a large wooden box that nobody may open again.";
        Assert.Contains("comments", string.Join('\n', Clean(Text).Paragraphs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a|b|c|d", false), InlineData("特價拖鞋|免費襪子|限時雨傘|二手紐扣", true), InlineData("姓名 | 年齡 | 城市 | 電話", false), InlineData("他說|他走。|我們|不去", false)]
    public void Keyword_farms_are_told_from_tables(string line, bool farm) => Assert.Equal(farm, KeywordFarm.Matches(line));

    [Theory]
    [InlineData("發布時間：2024年3月5日 09:30 來源：河岸晨報 責任編輯：王五", "2024-03-05T09:30:00", "河岸晨報")]
    [InlineData("2024-03-05 09:30 新華網", "2024-03-05T09:30:00", "新華網")]
    [InlineData("Source: The Bay Post | March 5, 2024", "2024-03-05", "The Bay Post")]
    public void Lines_about_the_article_are_read(string line, string time, string source)
    {
        var info = InfoLine.Read(line);
        Assert.Equal((time, source), (info?.Time?.ToString(), info?.Source));
    }

    [Theory]
    [InlineData("By the time the ferry came, everybody had gone home"), InlineData("來源於生活的故事總是最動人的，他在書裡這樣寫道。"), InlineData("")]
    public void Sentences_are_no_such_lines(string line) => Assert.Null(InfoLine.Read(line));

    [Property]
    public bool Nothing_throws(string? text) => Clean(text ?? "").Paragraphs.All(paragraph => paragraph.Length > 0);

    [Theory]
    [InlineData("a"), InlineData("開(kāi)會"), InlineData("好?"), InlineData("“好?！?/b>"), InlineData("<"), InlineData("<s id=x>"), InlineData("<s style=\"display:none\">")]
    [InlineData("â€™ abc "), InlineData("特價|"), InlineData("來源:"), InlineData("2023-03-1"), InlineData("\0"), InlineData("\uD800"), InlineData("(((")]
    public void A_line_of_ten_million_characters_takes_no_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length));
        var started = Stopwatch.GetTimestamp();
        Clean(text);
        // A second on an idle machine; what is not linear takes minutes.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private PlainArticle Clean(string text) => PlainTextCleaner.Clean(text, new ArticleHints(), _ledger, Unlimited);
}
