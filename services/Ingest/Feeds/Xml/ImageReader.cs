using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Finds the picture of a feed or an entry: RSS's image, Atom's logo and icon, iTunes, Media RSS.</summary>
internal static class ImageReader
{
    /// <summary>The picture's URL that an element gives; null if it gives none.</summary>
    public static string? Read(MarkupElement element, FeedContext context)
    {
        var url = element.Key switch
        {
            "image" => element.Elements.FirstOrDefault(e => e.Key == "url")?.Text() ?? element.Attribute("href"),
            "logo" or "icon" => element.Text(),
            "itunes:image" => element.Attribute("href") ?? element.Attribute("url"),
            "media:thumbnail" => element.Attribute("url"),
            "media:content" when IsImage(element) => element.Attribute("url"),
            "media:content" or "media:group" => element.Elements.Select(e => Read(e, context)).FirstOrDefault(u => u is not null),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(url) ? null : FeedUrl.Resolve(url, element.BaseUrl(context.Url));
    }

    private static bool IsImage(MarkupElement content) =>
        content.Attribute("medium") == "image"
            || content.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;
}
