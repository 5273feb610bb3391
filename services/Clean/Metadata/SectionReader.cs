using System.Text.Json;

namespace Ingestion.Clean.Metadata;

/// <summary>The section of the site that the article stands in.</summary>
internal static class SectionReader
{
    private const int LongestName = 60;

    /// <summary>The section; null if the page says none.</summary>
    public static string? Read(PageFacts facts) =>
        First(facts.Meta.First("article:section", "og:article:section", "parsely-section", "section", "cxenseparse:section"))
            ?? First(facts.Articles.Select(static article => article.Text("articleSection")).FirstOrDefault(static text =>
                !string.IsNullOrEmpty(text)))
            ?? First(facts.Meta.Microdata("articleSection") is [var node, ..] ? node.Attribute("content")
                ?? facts.Page.TextOf(node, LongestName) : null)
            ?? FromBreadcrumbs(facts);

    // "Perspectives, Employment, Health": a list of categories, where the first is the section.
    private static string? First(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var parts = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 2 ? parts[0] : value;
    }

    // Home > Section > (Subsection >) Article.
    private static string? FromBreadcrumbs(PageFacts facts)
    {
        foreach (var thing in facts.Things)
        {
            if (!thing.Is("BreadcrumbList")) continue;
            var names = new List<string>();
            foreach (var item in thing.Values("itemListElement"))
            {
                if (item.ValueKind == JsonValueKind.Object
                    && (item.Text("name") ?? item.Values("item").Select(static inner =>
                    inner.Text("name")).FirstOrDefault()) is { Length: > 0 } name) names.Add(name);
            }
            if (names.Count >= 3 && names[1].Length < LongestName) return names[1];
        }
        return null;
    }
}
