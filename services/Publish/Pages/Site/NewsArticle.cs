using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Ingestion.Contracts;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;

namespace Ingestion.Publish.Pages.Site;

/// <summary>An article as schema.org's NewsArticle in JSON-LD, for search engines.</summary>
internal static class NewsArticle
{
    // Everything that could end the script element is escaped; other scripts stay readable.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text of the script element.</summary>
    public static Html Write(SiteOptions site, string address, FeedEntry entry)
    {
        var article = entry.Article;
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = entry.Title,
            ["datePublished"] = (article.PublishedAt ?? Time(entry.Published.FirstPublishedAt)).ToString(),
            ["dateModified"] = Time(entry.Published.PublishedAt).ToString(),
            ["author"] = Names(entry.Authors, article.Authors.Count > 0 ? "Person" : "Organization"),
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = article.Publisher ?? site.Name },
            ["url"] = address,
            ["mainEntityOfPage"] = address,
            ["wordCount"] = article.WordCount,
        };
        if (entry.Image is { } image) json["image"] = new JsonArray(image.Url);
        if (entry.Summary is { } summary) json["description"] = summary;
        if (entry.Language is { } language) json["inLanguage"] = language;
        if (article.Section is { Length: > 0 } section) json["articleSection"] = section;
        if (entry.Categories.Count > 0) json["keywords"] = new JsonArray([.. entry.Categories.Select(tag => JsonValue.Create(tag))]);
        if (entry.Original is { } original) json["isBasedOn"] = original;
        if (entry.LicenceUrl is { } licence) json["license"] = licence;
        return Html.Trusted(json.ToJsonString(Options));
    }

    private static ArticleTime Time(DateTimeOffset instant) => ArticleTime.From(instant.ToUniversalTime());

    private static JsonArray Names(IEnumerable<string> names, string type) =>
        new([.. names.Select(name => new JsonObject { ["@type"] = type, ["name"] = name })]);
}
