using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Enrich.Fingerprints;

namespace Ingestion.Bench;

/// <summary>The command "neardup": puts documents that are the same story into clusters, for the scorer.</summary>
internal static class NearDuplicatesCommand
{
    /// <summary>The command, for the command line.</summary>
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in")
        {
            Description = "The documents: a gzip file of JSON lines, each with id and text.",
            Required = true
        };
        var output = new Option<FileInfo>("--out") { Description = "Where the clusters go: JSON, document id to cluster name.", Required = true };
        var command = new Command("neardup", "Puts near-duplicates into clusters, for the scorer.") { input, output };
        command.SetAction(result => Run(result.GetValue(input)!, result.GetValue(output)!));
        return command;
    }

    private static int Run(FileInfo input, FileInfo output)
    {
        var clusters = new Clusters();
        foreach (var (id, text) in Documents(input)) clusters.Add(id, NearDuplicates.Fingerprint(Shingles.Of(text)));
        File.WriteAllText(output.FullName, JsonSerializer.Serialize(clusters.ByDocument), new UTF8Encoding(false));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            documents = clusters.ByDocument.Count,
            clusters = clusters.ByDocument.Values.Distinct().Count(),
            candidates = clusters.Candidates,
            alike = clusters.Alike,
        }));
        return 0;
    }

    private static IEnumerable<(string Id, string Text)> Documents(FileInfo input)
    {
        using var lines = new StreamReader(new GZipStream(input.OpenRead(), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return (document.RootElement.GetProperty("id").GetString()!, document.RootElement.GetProperty("text").GetString()!);
        }
    }

    /// <summary>
    /// Clusters as Publish makes them: a document joins the cluster of the closest earlier one that is alike, found by their
    /// bands, else it starts one.
    /// </summary>
    private sealed class Clusters
    {
        private readonly Dictionary<string, List<(string Id, string Fingerprint)>> _index = [];

        /// <summary>Document id to the cluster's name, which is the id of its first document.</summary>
        public SortedDictionary<string, string> ByDocument { get; } = new(StringComparer.Ordinal);

        /// <summary>Pairs of documents that share a band and so had to be compared.</summary>
        public int Candidates { get; private set; }

        /// <summary>How many of those were alike.</summary>
        public int Alike { get; private set; }

        public void Add(string id, string fingerprint)
        {
            var bands = NearDuplicates.Bands(fingerprint);
            var candidates = bands.SelectMany(band => _index.GetValueOrDefault(band, [])).Distinct().ToList();
            var alike = candidates.Where(other => NearDuplicates.AreAlike(other.Fingerprint, fingerprint)).ToList();
            Candidates += candidates.Count;
            Alike += alike.Count;
            ByDocument[id] = alike.Count == 0
                ? id
                : ByDocument[alike.MaxBy(other => NearDuplicates.Similarity(other.Fingerprint, fingerprint)).Id];
            foreach (var band in bands)
            {
                if (!_index.TryGetValue(band, out var documents)) _index[band] = documents = [];
                documents.Add((id, fingerprint));
            }
        }
    }
}
