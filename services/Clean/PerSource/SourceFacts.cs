using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Selectors;
using Ingestion.Contracts;

namespace Ingestion.Clean.PerSource;

/// <summary>The title and the date as a source's selectors find them; they win over what the page says elsewhere.</summary>
internal static class SourceFacts
{
    /// <summary>The metadata with them; what a selector does not find stays as it was, with a warning.</summary>
    public static ArticleMetadata Apply(ArticleMetadata metadata, Page page, CompiledSourceRules rules, string? language, List<Warning> warnings)
    {
        if (rules.Title is null && rules.Date is null) return metadata;
        var positions = new ElementPositions(page);
        if (rules.Title is { } title)
        {
            if (Find(page, title, positions, "content") is { Length: > 0 } text) metadata = metadata with { Title = text };
            else warnings.Add(new Warning("source-title", "The source's title selector finds no text on this page: the title is the page's own."));
        }
        if (rules.Date is { } date)
        {
            if (DateParser.Parse(Find(page, date, positions, "datetime", "content"), language) is { } time) metadata = metadata with { PublishedAt = time };
            else warnings.Add(new Warning("source-date", "The source's date selector finds no date on this page: the date is the page's own."));
        }
        return metadata;
    }

    private static string? Find(Page page, Selector selector, ElementPositions positions, params ReadOnlySpan<string> attributes)
    {
        if (selector.FindFirst(page, positions) is not { } node) return null;
        foreach (var attribute in attributes)
        {
            if (node.Attribute(attribute) is { } value && !string.IsNullOrWhiteSpace(value)) return value.Trim();
        }
        return page.TextOf(node, 2_000);
    }
}
