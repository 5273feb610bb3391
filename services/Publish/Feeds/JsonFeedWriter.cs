using System.Text.Encodings.Web;
using System.Text.Json;
using Ingestion.Storage;

namespace Ingestion.Publish.Feeds;

/// <summary>
/// Writes a feed as JSON Feed 1.1. Its "expired" is the whole feed's, "whether or not it will ever update again", so a withdrawal is told
/// by the item: the same id with a notice in the place of the text, which is what makes a feed reader give up its copy, and
/// "withdrawn" in our extension for programs.
/// </summary>
internal static class JsonFeedWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Served as JSON and never put into a page; escapes would double the size of a Chinese article.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The feed, UTF-8.</summary>
    public static byte[] Write(FeedPage page)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", FeedText.Valid(page.Title));
            json.WriteString("home_page_url", page.Alternate);
            json.WriteString("feed_url", page.Self(FeedFormat.Json));
            if (page.Next(FeedFormat.Json) is { } next) json.WriteString("next_url", next);
            if (page.Filter.Language is { } language) json.WriteString("language", language);
            if (page.HubUrl is { } hub)
            {
                json.WriteStartArray("hubs");
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            json.WriteStartArray("items");
            foreach (var published in page.Articles)
            {
                json.WriteStartObject();
                json.WriteString("id", FeedPage.EntryId(published.ArticleId));
                json.WriteString("url", page.EntryUrl(published.ArticleId));
                if (published.Article is { } article) WriteItem(json, new FeedEntry(published, article));
                else WriteWithdrawn(json, published);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteString("title", entry.Title);
        if (entry.Original is { } original) json.WriteString("external_url", original);
        if (entry.Summary is { } summary) json.WriteString("summary", summary);
        json.WriteString("content_html", FeedText.Valid(entry.Article.BodyHtml));
        json.WriteString("content_text", FeedText.Valid(entry.Article.BodyText));
        if (entry.Image is { } image) json.WriteString("image", image.Url);
        json.WriteString("date_published", entry.PublishedAt.UtcDateTime);
        json.WriteString("date_modified", entry.Updated.UtcDateTime);
        json.WriteStartArray("authors");
        foreach (var author in entry.Authors)
        {
            json.WriteStartObject();
            json.WriteString("name", author);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (entry.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var category in entry.Categories) json.WriteStringValue(category);
            json.WriteEndArray();
        }
        if (entry.Language is { } language) json.WriteString("language", language);
        WriteExtension(json, entry.Published, entry.Licence);
    }

    private static void WriteWithdrawn(Utf8JsonWriter json, PublishedArticle withdrawn)
    {
        json.WriteString("title", "Withdrawn");
        json.WriteString("content_text", "This article was withdrawn.");
        json.WriteString("date_modified", withdrawn.PublishedAt.UtcDateTime);
        WriteExtension(json, withdrawn, licence: null);
    }

    private static void WriteExtension(Utf8JsonWriter json, PublishedArticle published, string? licence)
    {
        json.WriteStartObject("_ingestion");
        json.WriteString("source", published.Source);
        json.WriteNumber("version", published.Version);
        json.WriteNumber("sequence", published.Sequence ?? 0);
        json.WriteBoolean("withdrawn", published.IsTombstone);
        if (licence is not null) json.WriteString("licence", licence);
        json.WriteEndObject();
    }
}
