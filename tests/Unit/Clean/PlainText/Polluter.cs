using System.Text;
using Ingestion.Unit.Tests.Clean.Repair;

namespace Ingestion.Unit.Tests.Clean.PlainText;

/// <summary>Does to a clean text what clone sites do to it.</summary>
internal sealed class Polluter(Random random)
{
    private static readonly Dictionary<char, string> Readings = new()
    {
        ['開'] = "kāi",
        ['時'] = "shí",
        ['個'] = "gè",
        ['來'] = "lái",
        ['說'] = "shuō",
        ['會'] = "huì",
        ['學'] = "xué",
        ['這'] = "zhè",
        ['們'] = "men",
        ['車'] = "chē",
        ['過'] = "guò",
        ['書'] = "shū",
        ['還'] = "hái",
        ['橋'] = "qiáo",
        ['長'] = "zhǎng",
        ['門'] = "mén",
        ['頭'] = "tóu",
        ['點'] = "diǎn",
    };

    /// <summary>A reading after each second character that has one.</summary>
    public string AddReadings(string text)
    {
        var polluted = new StringBuilder();
        foreach (var c in text)
        {
            polluted.Append(c);
            if (!Readings.TryGetValue(c, out var reading) || random.Next(2) == 0) continue;
            polluted.Append(random.Next(4) == 0 ? $"（{reading}）" : random.Next(3) == 0 ? $"({reading} )" : $"({reading})");
        }
        return polluted.ToString();
    }

    /// <summary>The end of a quotation, as the machine that lost step there puts it out.</summary>
    public static string SlipAtEnd(string paragraph)
    {
        if (paragraph is not [.., '。' or '！', '”']) return paragraph;
        return paragraph[..^2] + GbkMachine.Slip(paragraph[^2..] + "</p>");
    }

    /// <summary>Empty elements with a random name, as text.</summary>
    public string Soup()
    {
        string[] tags = ["var", "kbd", "samp", "tt"];
        var name = string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('a' + random.Next(26))));
        return string.Concat(Enumerable.Range(0, random.Next(3, 30)).Select(_ => tags[random.Next(4)]).Select(tag => $"<{tag} id=\"{name}\"></{tag}>"));
    }
}
