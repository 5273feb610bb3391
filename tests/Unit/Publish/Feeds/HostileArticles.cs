using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>Articles as nobody would write them on purpose, by what is wrong with them.</summary>
internal static class HostileArticles
{
    public static IReadOnlyDictionary<string, PublishedArticle> All { get; } = new (string Name, Func<CleanedArticle, CleanedArticle> Spoil)[]
    {
        ("markup", article => WithText(article, "</title>]]><![CDATA[ &amp; <script>alert(1)</script> \"'")),
        ("control characters", article => WithText(article, "a\0b\u0001\u000b\u001f\u007f\u0085c")),
        ("nothing but control characters", article => WithText(article, "\0\u0001\u001f")),
        ("nothing but blanks", article => WithText(article, " \t\r\n\u00a0\u2003")),
        ("line breaks", article => WithText(article, "a\r\nb\rc\n\td\u2028e")),
        ("emoji", article => WithText(article, "👩‍👩‍👧‍👦 🏳️‍🌈 \U0001F1E9\U0001F1EA")),
        ("marks for the direction", article => WithText(article, "\u202egnp.exe\u202c \u200fשלום\u200e \u2067مرحبا\u2069")),
        ("lone surrogates", article => WithText(article, "\ud83d a \ude00\ud83d b \udc00")),
        ("characters that are none", article => WithText(article, "\ufffe\uffff\ufdd0 a \U0001FFFE")),
        ("very long", article => WithText(article, new string('長', 100_000))),
        ("nobody", article => article with { Authors = [], Publisher = " ", Standfirst = "" }),
        ("no address", article => article with { CanonicalUrl = null, Title = "\0", LeadImage = null, Licence = "" }),
        ("addresses of other kinds", article => WithUrl(article, "javascript:alert(1)")),
        ("addresses that need escapes", article => WithUrl(article, "https://bücher.example/ä ö?q=<\"&'>#\u202e")),
        ("an address with half a character", article => WithUrl(article, "https://news.example/\ud83d")),
        ("before there was time", article => article with { PublishedAt = new ArticleTime(DateOnly.MinValue, TimeOnly.MinValue, TimeSpan.FromHours(14)) }),
        ("before 1970", article => article with { PublishedAt = new ArticleTime(new DateOnly(1969, 12, 31), new TimeOnly(23, 59, 59)) }),
        ("after all time", article => article with { PublishedAt = new ArticleTime(DateOnly.MaxValue, TimeOnly.MaxValue, TimeSpan.FromHours(-14)) }),
    }.Select((hostile, i) => (hostile.Name, Article: FeedSamples.Of(hostile.Spoil(FeedSamples.Full.Article!)) with
    {
        ArticleId = $"{i:d2}23456789abcdefghjkmnpqrs",
        Sequence = i + 1,
    })).ToDictionary(hostile => hostile.Name, hostile => hostile.Article);

    private static CleanedArticle WithText(CleanedArticle article, string text) => article with
    {
        Title = text,
        Standfirst = text,
        Authors = [text, "Ada"],
        Publisher = text,
        Section = text,
        Tags = [text, text + "1"],
        Licence = text,
        LeadImage = new ArticleImage("https://news.example/1.jpg", text, text),
        BodyHtml = text,
        BodyText = text,
    };

    private static CleanedArticle WithUrl(CleanedArticle article, string url) =>
        article with { CanonicalUrl = url, Licence = url, LeadImage = new ArticleImage(url) };
}
