using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Reads what something is filed under: RSS, Atom, Dublin Core, iTunes (which nests), Media RSS.</summary>
internal static class CategoryReader
{
    private const int MaxNesting = 4;

    /// <summary>Whether an element of that key is a category.</summary>
    public static bool IsCategory(string key) =>
        key is "category" or "dc:subject" or "itunes:category" or "itunes:keywords" or "media:category" or "media:keywords";

    /// <summary>Adds the categories of an element.</summary>
    public static void Read(MarkupElement element, List<string> categories) => Read(element, categories, 0);

    private static void Read(MarkupElement element, List<string> categories, int depth)
    {
        if (element.Key is "itunes:keywords" or "media:keywords")
        {
            foreach (var keyword in element.Text().Split(',')) Add(keyword, categories);
            return;
        }
        if (element.Key != "itunes:category")
        {
            Add(element.Attribute("term") ?? TextReader.Raw(element), categories);
            return;
        }
        Add(element.Attribute("text") ?? "", categories);
        if (depth >= MaxNesting) return;
        foreach (var nested in element.Elements.Where(e => e.Key == "itunes:category")) Read(nested, categories, depth + 1);
    }

    private static void Add(string category, List<string> categories)
    {
        category = category.Trim();
        if (category.Length > 0 && !categories.Contains(category)) categories.Add(category);
    }
}
