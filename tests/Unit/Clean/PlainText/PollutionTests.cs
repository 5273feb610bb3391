using FsCheck.Xunit;
using Ingestion.Clean;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.PlainText;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.PlainText;

public class PollutionTests
{
    private static Budget Unlimited => new(new CleanOptions(), CancellationToken.None);

    private const string Title = "河邊的舊書店開了一個長長的讀書會";

    private static readonly string[] Paragraphs =
    [
        "這家書店在橋頭開了三十年，來過的人都說這裡的燈光最暖。店主每天早上七點開門，晚上過了十點還不打烊。",
        "“我們這個讀書會不收錢，來的人帶一本書就行。”",
        "學生們說，這個時候讀書比在學校裡還有意思。有一個孩子騎車過橋，一個晚上來回了三次。",
        "店主（林先生）說他會一直開下去(見上月報道)，直到書架放不下為止。",
        "“門口的那輛車也是書架，”他說，“下雨的時候還會長蘑菇！”",
        "讀書會每個月開一次，時間是第一個星期六。下個月要讀的是一本講橋的書，作者 Scott Guo 也會來。",
    ];

    [Property(MaxTest = 200)]
    public void A_polluted_text_comes_back_exactly(uint seed)
    {
        var random = new Random((int)seed);
        var polluter = new Polluter(random);
        var body = Paragraphs.OrderBy(_ => random.Next()).Take(random.Next(4, 7)).ToList();
        var lines = new List<string> { polluter.Soup(), "", polluter.AddReadings("新聞中心"), "" };
        if (random.Next(2) == 0) lines.AddRange([polluter.AddReadings($"首頁 > 讀書 > {Title}"), ""]);
        lines.AddRange([polluter.AddReadings(Title), "", polluter.AddReadings("作者: 時間:2024-06-01 來源:河岸晨報 收藏"), ""]);
        foreach (var paragraph in body) lines.AddRange([polluter.AddReadings(Polluter.SlipAtEnd(paragraph)), ""]);
        lines.AddRange(["評論", "", "相關推薦", "", polluter.AddReadings("關閉"), "特價拖鞋|免費襪子|限時雨傘|二手紐扣", polluter.Soup()]);

        var article = PlainTextCleaner.Clean(string.Join(random.Next(2) == 0 ? "\n" : "\r\n", lines), new ArticleHints(), new RemovalLedger(), Unlimited);

        Assert.Equal(Title, article.Title);
        Assert.Equal("2024-06-01", article.PublishedAt.ToString());
        Assert.Equal("河岸晨報", article.Publisher);
        Assert.Equal(body, article.Paragraphs);
    }

    [Property]
    public void A_clean_text_comes_back_untouched(uint seed)
    {
        var random = new Random((int)seed);
        var body = Paragraphs.OrderBy(_ => random.Next()).Take(random.Next(1, 7)).ToList();
        var ledger = new RemovalLedger();
        var article = PlainTextCleaner.Clean(string.Join("\n\n", [Title, .. body]), new ArticleHints(), ledger, Unlimited);
        Assert.Equal((Title, string.Join("\n", body)), (article.Title, string.Join("\n", article.Paragraphs)));
        Assert.Empty(ledger.Entries);
    }
}
