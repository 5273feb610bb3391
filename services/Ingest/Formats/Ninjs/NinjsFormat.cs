using System.Text.Json;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Ninjs;

/// <summary>IPTC ninjs, versions 1 to 3: a news item, or an array of them.</summary>
internal static class NinjsFormat
{
    /// <summary>The format.</summary>
    public static PushFormat Format { get; } = new("ninjs", ["application/ninjs+json", "application/vnd.iptc.ninjs+json"], Read);

    private static List<IncomingArticle> Read(PushDocument document, PushErrors errors)
    {
        try
        {
            using var json = JsonDocument.Parse(document.Content, new JsonDocumentOptions { MaxDepth = 64 });
            var articles = new List<IncomingArticle>();
            if (json.RootElement.ValueKind == JsonValueKind.Array)
            {
                foreach (var (i, item) in json.RootElement.EnumerateArray().Index()) Read(item, $"[{i}].", articles, errors);
                if (articles.Count == 0 && !errors.Any) errors.Add("body", "is an array without any news item.");
            }
            else
            {
                Read(json.RootElement, "", articles, errors);
            }
            return articles;
        }
        catch (JsonException e)
        {
            throw new MalformedDocumentException(e.Message);
        }
    }

    private static void Read(JsonElement item, string path, List<IncomingArticle> articles, PushErrors errors)
    {
        var own = new PushErrors();
        NinjsSchema.Check(item, own);
        if (!own.Any) articles.Add(NinjsArticle.Read(item));
        errors.AddAll(path, own);
    }
}
