namespace Ingestion.Clean.Metadata;

/// <summary>Whether 3/4/2023 is in March or in April: English alone does not say, its country does.</summary>
internal static class DateOrder
{
    private static readonly string[] DayFirst =
    [
        "gb", "au", "nz", "ie", "in", "za", "sg", "hk", "my", "ng", "ke", "pk", "bd", "lk", "gh", "ug", "tz", "zw", "jm", "mt", "fj",
    ];

    /// <summary>
    /// The language that dates are read in: as declared, and "en-gb" for the English of countries that write the day first.
    /// </summary>
    public static string? LanguageOf(PageFacts facts)
    {
        var language = facts.Language?.ToLowerInvariant().Replace('_', '-');
        if (language is "en-us" or "en-ph") return "en-us";
        if (facts.ShortLanguage is not (null or "en")) return facts.ShortLanguage;
        var country = language is ['e', 'n', '-', _, _] ? language[3..] : CountryOf(facts.Url);
        return country is not null && Array.IndexOf(DayFirst, country) >= 0 ? "en-gb" : facts.ShortLanguage;
    }

    private static string? CountryOf(Uri? url)
    {
        if (url is null || url.Host.LastIndexOf('.') is not (> 0 and var dot)) return null;
        var domain = url.Host[(dot + 1)..].ToLowerInvariant();
        return domain == "uk" ? "gb" : domain.Length == 2 ? domain : null;
    }
}
