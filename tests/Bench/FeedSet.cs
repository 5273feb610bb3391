using System.IO.Compression;
using System.Text.Json;

namespace Ingestion.Bench;

/// <summary>A feed of a set: its bytes, and where it was fetched from if it was.</summary>
internal sealed record SetFeed(string Id, byte[] Content, string? Url);

/// <summary>Reads a set of feeds: files.zip, and of expect.jsonl nothing but ids and file names.</summary>
internal static class FeedSet
{
    // The set's own test server: what its files named http_* are fetched from, and so the base of their relative links.
    private const string Server = "http://127.0.0.1:8097/";

    /// <summary>The feeds.</summary>
    public static IEnumerable<SetFeed> Read(DirectoryInfo directory)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(directory.FullName, "files.zip"));
        foreach (var line in File.ReadLines(Path.Combine(directory.FullName, "expect.jsonl")).Where(line => line.Length > 0))
        {
            using var expected = JsonDocument.Parse(line);
            var file = expected.RootElement.GetProperty("file").GetString()!;
            var entry = zip.GetEntry(file) ?? throw new InvalidDataException($"{file} is not in files.zip.");
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            var url = Path.GetFileName(file).StartsWith("http_", StringComparison.Ordinal) ? Server + file : null;
            yield return new SetFeed(expected.RootElement.GetProperty("id").GetString()!, content.ToArray(), url);
        }
    }
}
