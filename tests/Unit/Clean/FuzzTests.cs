using System.Diagnostics;
using System.Text;
using Ingestion.Clean;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean;

/// <summary>
/// Random damage to real-looking pages and texts: an article comes out, or a reason. INGESTION_FUZZ_SECONDS makes it run
/// longer by hand; what fails names its round, which INGESTION_FUZZ_ROUND repeats.
/// </summary>
public class FuzzTests
{
    private const int Rounds = 300;
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(20);

    private static readonly string[] Fragments =
    [
        "<table><tr><td>", "</p></div></article>", "<script>", "</script>", "<!--", "-->", "<svg><style>", "<template>", "</template>", "<noscript>",
        "<a href=\"javascript:x\">", "<plaintext>", "<textarea>", "<math><mi>", "<select><option>", "</select>", "<xmp>", "&#x10FFFF;&#xD800;&", "&#99999999999;",
        "<style>.a{display:none", "\uFFFD\uFEFF", "<p style=\"font-size:0;left:-9999px\">", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":[{}],\"author\":",
        "<frameset>", "<body onload=x>", "<b><i></b></i>", "<base href=\"//\">", "<meta charset=shift_jis>", "<meta property=og:image content=\"http://[::\">", "(kāi)", "?！?/p>",
        "Ã©Ã¨", "<h1>", "</h1>", "<ruby><rt>", "\0\0", "<br><br>", "<a href=\"http://%zz/\\u0000\">", "<time datetime=\"9999-99-99T99:99:99Z\">", "<x-y>", "</", "<", "&", "\r\r\n",
    ];

    private static readonly (string Type, byte[] Content)[] Seeds =
    [
        ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(CleanPages.Page($$"""
            <nav class="menu"><ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul></nav>
            <article class="post"><h1>Harbour bridge to close</h1><p class="byline">By Ada Example</p><time datetime="2023-07-19T08:30:00+02:00">July 19</time>
            <div class="entry-content">{{CleanPages.Story}}<figure><img src="/x.jpg"><figcaption>The bridge</figcaption></figure><ul><li>One</li><li>Two</li></ul>
            <table><tr><th>Year</th><td>1990</td></tr></table><blockquote>Said so.</blockquote></div></article>
            <aside><h3><a href="/c">Another story of the day</a></h3></aside><footer>© 2023</footer>
            """, """
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour bridge to close",
            "datePublished":"2023-07-19T08:30:00+02:00","author":[{"@type":"Person","name":"Ada Example"}]}</script>
            <meta property="og:title" content="Harbour bridge to close"><style>.gone{display:none}</style>
            """))),
        ("text/html", Encoding.UTF8.GetBytes("""
            <html lang=zh><head><title>湖畔的橋將關閉九週_湖畔新聞網</title><meta name=author content=王小明></head><body><div id=nav><a href=/>首頁</a> > <a href=/n>新聞</a></div>
            <div class=content><h1>湖畔的橋將關閉九週</h1><div>2023-07-19 08:30 來源：湖畔新聞網 作者：王小明</div><p>湖畔的橋(qiáo)將在春天關閉九週，市政府週一說，因為兩個支座已經生鏽。</p>
            <p>“在此之前，卡車必須繞道舊船廠，”工程師說，“路程增加十一分鐘。?！?/p><p>島上的商人擔心他們的夏天。（記者 王小明）</p></div><div style="position:absolute;left:-9999px">
            <pre id=ksvmw></pre><ins id=ksvmw>廉價</ins></div><div class=related><a href=/1>另一則新聞</a><a href=/2>還有一則新聞</a></div></body></html>
            """)),
        ("text/plain", Encoding.UTF8.GetBytes($"""
            首頁 > 新聞 > 正文
            Harbour bridge to close
            By Ada Example, July 19, 2023
            {CleanPages.FirstParagraph}

            {CleanPages.SecondParagraph}
            <pre id="x"></pre><ins id="x"><b style="display:none">spam</b></ins>
            a|b|c|d|e|f|g|h
            本文引用地址：http://news.example/2023/07/19.html
            """)),
    ];

    [Fact]
    public void Random_damage_gives_an_article_or_a_reason()
    {
        var only = int.TryParse(Environment.GetEnvironmentVariable("INGESTION_FUZZ_ROUND"), out var one) ? one : (int?)null;
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("INGESTION_FUZZ_SECONDS"), out var set) ? set : 0;
        var cleaner = new ArticleCleaner(new CleanOptions { MaxTime = TimeSpan.FromMinutes(1) });
        var clock = Stopwatch.StartNew();
        var articles = 0;
        for (var round = only ?? 0; only is null ? round < Rounds || clock.Elapsed.TotalSeconds < seconds : round == only; round++)
        {
            var random = new Random(round);
            var (type, seed) = Seeds[random.Next(Seeds.Length)];
            var content = Damage(seed, random);
            var start = clock.Elapsed;
            try
            {
                var article = cleaner.Clean(
                    new RawArticle(content, type, new ArticleHints { Url = "https://news.example/2023/07/19/x" }), cancellationToken: TestContext.Current.CancellationToken);
                Assert.NotEmpty(article.BodyText);
                Assert.DoesNotContain("<script", article.BodyHtml, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<a href=\"javascript:", article.BodyHtml, StringComparison.OrdinalIgnoreCase);
                articles++;
            }
            catch (ArticleRejectedException)
            {
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Assert.Fail($"Round {round}: {fault}");
            }
            Assert.True(clock.Elapsed - start < LongestRound, $"Round {round} took {clock.Elapsed - start}.");
        }
        Assert.True(articles > 0, "No round gave an article: the seeds are broken.");
    }

    private static byte[] Damage(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var change = random.Next(1, 24); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at))); break;
                case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)])); break;
                case 4: bytes.InsertRange(at, Repeat(Fragments[random.Next(Fragments.Length)], random.Next(1, 500))); break;
                case 5: bytes.InsertRange(at, Repeat("<", random.Next(1, 50))); break;
                case 6: bytes.RemoveAt(bytes.Count - 1); break;
                default: (bytes[at], bytes[0]) = (bytes[0], bytes[at]); break;
            }
            if (bytes.Count == 0) bytes.Add((byte)'x');
        }
        return [.. bytes];
    }

    private static byte[] Repeat(string text, int times) => Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, text, times).ToString());
}
