using System.Text.Json;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>The language that a page declares.</summary>
internal static class LanguageReader
{
    /// <summary>A BCP 47 tag; null if the page declares none.</summary>
    public static string? Read(Page page, MetaTags meta, IReadOnlyList<JsonElement> articles)
    {
        var body = page.Body;
        return Tag(page.Root.Attribute("lang")) ?? Tag(page.Root.Attribute("xml:lang")) ?? Tag(body.Attribute("lang"))
            ?? Tag(meta.First("http:content-language", "content-language", "language", "dc.language", "dcterms.language"))
            ?? Tag(meta.First("og:locale"))
                ?? Tag(articles.Select(static article => article.Text("inLanguage")).FirstOrDefault(static text => text is not null));
    }

    private static string? Tag(string? value)
    {
        if (value is null) return null;
        var tag = value.Split(',')[0].Trim().Replace('_', '-');
        if (tag.Length is < 2 or > 15 || !char.IsAsciiLetter(tag[0]) || !char.IsAsciiLetter(tag[1])) return null;
        var primary = tag.Split('-')[0];
        return primary.Length is 2 or 3 ? tag : null;
    }
}
