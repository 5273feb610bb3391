using System.Globalization;
using System.Text;

namespace Ingestion.Tests.Infrastructure.Load;

/// <summary>Makes distinct articles that look like pages, as many as a test wants, always the same for the same number.</summary>
public static class SampleArticles
{
    private static readonly string[] Words =
        ("harbour lighthouse council ferry morning budget library orchard festival railway engineer garden museum bridge weather "
        + "village teacher concert market river forest report season captain window station journey letter mountain bicycle").Split(' ');

    /// <summary>The page of article <paramref name="number"/>, at least <paramref name="bytes"/> bytes long.</summary>
    public static string Html(int number, int bytes = 2_000)
    {
        var random = new Random(number);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en\"><head><title>Notice {number} of the day</title></head><body>");
        page.Append("<nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav><article>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Notice {number} of the day</h1><p class=\"date\">2026-03-14</p>");
        while (page.Length < bytes)
        {
            page.Append("<p>");
            for (var sentence = 0; sentence < 4; sentence++) AppendSentence(page, random);
            page.Append("</p>");
        }
        return page.Append("</article><footer>Imprint, contact, terms</footer></body></html>").ToString();
    }

    private static void AppendSentence(StringBuilder page, Random random)
    {
        var length = random.Next(8, 16);
        for (var word = 0; word < length; word++)
        {
            var text = Words[random.Next(Words.Length)];
            if (word == 0) page.Append(char.ToUpperInvariant(text[0])).Append(text, 1, text.Length - 1);
            else page.Append(' ').Append(text);
        }
        page.Append(". ");
    }
}
