using System.Globalization;
using System.Text;

namespace Ingestion.Bench.Throughput;

/// <summary>
/// Makes distinct pages built as a news site's are: some 100 KB, of which the article is a tenth and the rest style, script
/// state, navigation, teasers and comments. The same number is always the same page.
/// </summary>
internal static class NewsPages
{
    private const int StyleRules = 280;
    private const int StateEntries = 380;
    private const int MenuLinks = 120;
    private const int Paragraphs = 22;
    private const int Teasers = 70;
    private const int Comments = 30;

    private static readonly string[] Words =
        ("harbour lighthouse council ferry morning budget library orchard festival railway engineer garden museum bridge "
        + "weather the of and village teacher concert market river forest report season captain window station journey letter mountain bicycle "
        + "a in to with for that was is by from after before between over under near about every other many small large old new first last").Split(' ');

    /// <summary>The bytes of a page, UTF-8.</summary>
    public static byte[] Page(int number)
    {
#pragma warning disable CA5394 // The same pages every time, no secret.
        var random = new Random(number);
#pragma warning restore CA5394
        var page = new StringBuilder(110_000);
        var title = $"{Text(random, 7)} {number}";
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append(Invariant($"<title>{title} | The Daily Sample</title>\n"));
        page.Append(Invariant($"<link rel=\"canonical\" href=\"https://daily.example/news/{number}\">\n"))
            .Append(Invariant($"<meta property=\"og:title\" content=\"{title}\">\n"));
        page.Append("<meta property=\"article:published_time\" content=\"2026-03-14T08:30:00Z\">\n<style>\n");
        for (var i = 0; i < StyleRules; i++)
            page.Append(Invariant($".block-{i} > .item:hover {{ margin: {i % 9}px; padding: 0 {i % 7}px; color: #{i * 4711 % 4096:x3}; }}\n"));
        page.Append("</style>\n<script>window.__STATE__ = [");
        for (var i = 0; i < StateEntries; i++)
            page.Append(Invariant($"{{\"id\":{random.Next(1_000_000)},")).Append(Invariant($"\"slug\":\"{Text(random, 4).Replace(' ', '-')}\",\"tags\":[\"{Word(random)}\",\"{Word(random)}\"]}},\n"));
        page.Append("null];</script>\n</head>\n<body>\n<header><nav class=\"main-menu\"><ul>\n");
        for (var i = 0; i < MenuLinks; i++) page.Append(Invariant($"<li class=\"menu-item\"><a href=\"/section/{i}\">{Text(random, 2)}</a></li>\n"));
        page.Append("</ul></nav></header>\n<main>\n<article>\n")
            .Append(Invariant($"<h1>{title}</h1>\n<p class=\"byline\">By Ada Sample</p>\n"));
        for (var i = 0; i < Paragraphs; i++)
        {
            if (i % 6 == 5) page.Append(Invariant($"<h2>{Text(random, 4)}</h2>\n"));
            page.Append("<p>");
            for (var sentence = 0; sentence < 4; sentence++) page.Append(Text(random, random.Next(12, 20))).Append(". ");
            page.Append(Invariant($"<a href=\"/news/{random.Next(100_000)}\">{Text(random, 3)}</a> <em>{Text(random, 5)}</em>.</p>\n"));
        }
        page.Append("</article>\n<aside class=\"related\"><h3>Read next</h3>\n");
        for (var i = 0; i < Teasers; i++)
        {
            page.Append(Invariant($"<div class=\"teaser block-{i}\"><a href=\"/news/{random.Next(100_000)}\">"))
                .Append(Invariant($"<img src=\"/img/{i}.jpg\" alt=\"\" width=\"120\" height=\"80\">"))
                .Append(Invariant($"<span class=\"headline\">{Text(random, 8)}</span></a>"))
                .Append(Invariant($"<span class=\"meta\">{random.Next(2, 50)} minutes ago</span></div>\n"));
        }
        page.Append("</aside>\n</main>\n<section id=\"comments\" class=\"comments\"><h3>Comments</h3>\n");
        for (var i = 0; i < Comments; i++)
            page.Append(Invariant($"<div class=\"comment\"><b>reader{random.Next(10_000)}</b>")).Append(Invariant($"<p>{Text(random, 40)}.</p><a href=\"#reply-{i}\">Reply</a></div>\n"));
        page.Append("</section>\n<footer><p>Imprint | Contact | Terms</p></footer>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            var word = Word(random);
            if (i == 0) text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
            else text.Append(' ').Append(word);
        }
        return text.ToString();
    }

#pragma warning disable CA5394
    private static string Word(Random random) => Words[random.Next(Words.Length)];
#pragma warning restore CA5394

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
