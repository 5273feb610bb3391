using System.IO.Compression;
using System.Text.Json;

namespace Ingestion.Bench;

/// <summary>A page of a set: its bytes as crawled, and where it stood.</summary>
internal sealed record SetPage(string Id, byte[] Content, string ContentType, string? Url);

/// <summary>Reads a set of pages: html/ID.html.gz or ID.txt.gz, and of ground-truth.json nothing but the URLs.</summary>
internal static class PageSet
{
    /// <summary>The pages in the order of their ids.</summary>
    public static IReadOnlyList<SetPage> Read(DirectoryInfo directory)
    {
        var urls = Urls(Path.Combine(directory.FullName, "ground-truth.json"));
        var html = Path.Combine(directory.FullName, "html");
        var files = Directory.EnumerateFiles(Directory.Exists(html) ? html : directory.FullName)
            .Where(static file => file.EndsWith(".html.gz", StringComparison.Ordinal) || file.EndsWith(".txt.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. files.Select(file =>
        {
            var text = file.EndsWith(".txt.gz", StringComparison.Ordinal);
            var id = Path.GetFileName(file)[..^(text ? ".txt.gz" : ".html.gz").Length];
            return new SetPage(id, Unzip(file), text ? "text/plain" : "text/html", urls.GetValueOrDefault(id));
        })];
    }

    private static Dictionary<string, string> Urls(string file)
    {
        var urls = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(file)) return urls;
        using var truth = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            if (page.Value.TryGetProperty("url", out var url) && url.GetString() is { Length: > 0 } text) urls[page.Name] = text;
        }
        return urls;
    }

    private static byte[] Unzip(string file)
    {
        using var zipped = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var content = new MemoryStream();
        zipped.CopyTo(content);
        return content.ToArray();
    }
}
