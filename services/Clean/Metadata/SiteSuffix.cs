using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>Takes the site's name off a title: "Headline | Section | Site" becomes "Headline".</summary>
internal static class SiteSuffix
{
    private static readonly string[] Spaced = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " < ", " > ", " \\ ", " * "];

    private static readonly string[] Separators = [.. Spaced, "_", "｜", "|", "-", "--", "—", "：", "ㅣ"];

    // Between the parts of a Chinese or Japanese title, written without blanks.
    private static readonly char[] Wide = ['_', '｜', '|'];

    /// <summary>The title without a name that the page declares as its site's.</summary>
    public static string CutDeclared(string title, IReadOnlyList<string> sites)
    {
        foreach (var site in sites)
        {
            foreach (var separator in Separators)
            {
                if (title.EndsWith(separator + site, StringComparison.OrdinalIgnoreCase))
                    return CutDeclared(title[..^(separator.Length + site.Length)].Trim(), sites);
                if (title.StartsWith(site + separator, StringComparison.OrdinalIgnoreCase))
                    return title[(separator.Length + site.Length)..].Trim();
            }
        }
        return title;
    }

    /// <summary>The same, and where no declared name is found, without a tail that looks like one.</summary>
    public static string Cut(string title, IReadOnlyList<string> sites)
    {
        var declared = CutDeclared(title, sites);
        if (declared.Length != title.Length) return declared;
        if (title.IndexOfAny(Wide) is >= 8 and var wide
            && TextMeasure.Of(title.AsSpan()[..wide]).Length >= 2 * wide) return title[..wide].Trim();
        foreach (var separator in Spaced)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            var head = title[..last].Trim();
            var tail = title[(last + separator.Length)..].Trim();
            if (TextMeasure.Of(head).Length < 15 || tail.Length > 40 || tail.AsSpan().Count(' ') >= 4
                || head.Length <= tail.Length) continue;
            // "Headline | Section | Site".
            return separator == " | " ? Cut(head, sites) : head;
        }
        return title;
    }

    /// <summary>
    /// A heading without what follows a bar in it: the section, the series, the site. A name is shorter than a headline; what is
    /// longer than the part before the bar is the headline itself, and that part its kicker.
    /// </summary>
    public static string CutBar(string heading)
    {
        var bar = heading.IndexOf(" | ", StringComparison.Ordinal);
        return bar > 0 && TextMeasure.Of(heading.AsSpan()[..bar]).Length >= 15 && bar > heading.Length - bar ? heading[..bar].Trim() : heading;
    }
}
