using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingestion.Ingest.Feeds;

namespace Ingestion.Bench;

/// <summary>The command "feeds": reads a set of feeds and writes, for the scorer, the fields that were found.</summary>
internal static class FeedsCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command, for the command line.</summary>
    public static Command Create()
    {
        var input = new Option<DirectoryInfo>("--in")
        {
            Description = "The set: a directory with files.zip and expect.jsonl.",
            Required = true
        };
        var output = new Option<FileInfo>("--out") { Description = "Where the predictions go.", Required = true };
        var command = new Command("feeds", "Reads a set of feeds, for the scorer.") { input, output };
        command.SetAction(result => Run(result.GetValue(input)!, result.GetValue(output)!));
        return command;
    }

    private static int Run(DirectoryInfo input, FileInfo output)
    {
        var predictions = new SortedDictionary<string, Dictionary<string, object>>(StringComparer.Ordinal);
        var refused = 0;
        foreach (var file in FeedSet.Read(input))
        {
            try
            {
                predictions[file.Id] = Fields(FeedReader.Read(file.Content, null, file.Url));
            }
            catch (FeedFormatException e)
            {
                refused++;
                Console.Error.WriteLine($"{file.Id}: {e.Message}");
                predictions[file.Id] = [];
            }
        }
        File.WriteAllText(output.FullName, JsonSerializer.Serialize(predictions, Json), new UTF8Encoding(false));
        Console.WriteLine(JsonSerializer.Serialize(new { feeds = predictions.Count, refused }, Json));
        return 0;
    }

    /// <summary>The scorer's paths. Its summary is the content where there is none, its dates stand in for each other.</summary>
    private static Dictionary<string, object> Fields(Feed feed)
    {
        var fields = new Dictionary<string, object?>
        {
            ["version"] = Name(feed.Version),
            ["feed.title"] = feed.Title?.Value,
            ["feed.link"] = feed.Link,
            ["feed.description"] = feed.Description?.Value,
            ["feed.language"] = feed.Language,
            ["feed.id"] = feed.Id,
            ["feed.published"] = (feed.Published ?? feed.Updated)?.ToInstant().UtcDateTime,
            ["feed.updated"] = (feed.Updated ?? feed.Published)?.ToInstant().UtcDateTime,
            ["entries.count"] = feed.Entries.Count,
        };
        for (var i = 0; i < feed.Entries.Count; i++) AddEntry(fields, $"entries[{i}]", feed.Entries[i]);
        return fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);
    }

    private static void AddEntry(Dictionary<string, object?> fields, string path, FeedEntry entry)
    {
        fields[$"{path}.title"] = entry.Title?.Value;
        fields[$"{path}.link"] = entry.Link;
        fields[$"{path}.id"] = entry.Id;
        fields[$"{path}.author"] = entry.Authors.Count == 0 ? null : entry.Authors[^1].ToString();
        fields[$"{path}.summary"] = (entry.Summary ?? entry.Content)?.Value;
        fields[$"{path}.content"] = entry.Content?.Value;
        fields[$"{path}.published"] = (entry.Published ?? entry.Updated)?.ToInstant().UtcDateTime;
        fields[$"{path}.updated"] = (entry.Updated ?? entry.Published)?.ToInstant().UtcDateTime;
        fields[$"{path}.created"] = entry.Created?.ToInstant().UtcDateTime;
        for (var i = 0; i < entry.Categories.Count; i++) fields[$"{path}.tags[{i}]"] = entry.Categories[i];
        for (var i = 0; i < entry.Enclosures.Count; i++)
        {
            fields[$"{path}.enclosures[{i}].url"] = entry.Enclosures[i].Url;
            fields[$"{path}.enclosures[{i}].type"] = entry.Enclosures[i].Type;
            fields[$"{path}.enclosures[{i}].length"] = entry.Enclosures[i].Length;
        }
    }

    private static string Name(FeedVersion version) => version switch
    {
        FeedVersion.Rss091Netscape => "rss091n",
        FeedVersion.Rss091Userland => "rss091u",
        FeedVersion.Json10 => "json1",
        _ => version.ToString().ToLowerInvariant(),
    };
}
