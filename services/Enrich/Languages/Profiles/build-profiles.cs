// Builds profiles.bin.br from the n-gram models of Lingua (see NOTICE.md). Run it only to change the profiles:
//     dotnet run build-profiles.cs
#:package SearchPioneer.Lingua@2.0.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

// How many of its most frequent n-grams, by length, a language brings in. Longer ones gain 0.3 % for half as much again.
int[] kept = [300, 300, 1500, 1500];
// Natural logarithm of the frequency below which an n-gram says nothing, and steps per unit of weight.
const double Floor = -13;
const double Steps = 16;

var models = Path.Combine(AppContext.BaseDirectory, "Lingua", "LanguageModels");
string[] files = ["unigrams", "bigrams", "trigrams", "quadrigrams"];
// Languages that their script gives away need no profile.
var alone = "bn el gu he hy ja ka ko pa si ta te th zh".Split(' ');
var languages = Directory.GetDirectories(models).Select(d => Path.GetFileName(d)!).Except(alone).Order(StringComparer.Ordinal).ToArray();

var frequencies = languages.Select(ReadLanguage).ToArray();
var features = new SortedDictionary<string, List<(byte Language, byte Weight)>>(StringComparer.Ordinal);
for (var length = 0; length < files.Length; length++)
{
    var grams = frequencies.SelectMany(f => f[length].OrderByDescending(x => x.Value).Take(kept[length]).Select(x => x.Key)).ToHashSet();
    foreach (var gram in grams)
    {
        for (var i = 0; i < languages.Length; i++)
        {
            if (!frequencies[i][length].TryGetValue(gram, out var frequency) || Math.Log(frequency) <= Floor) continue;
            if (!features.TryGetValue(gram, out var weights)) features[gram] = weights = [];
            weights.Add(((byte)i, (byte)Math.Min(255, Math.Round((Math.Log(frequency) - Floor) * Steps))));
        }
    }
}

var output = Path.Combine(Folder(), "profiles.bin.br");
using (var brotli = new BrotliStream(File.Create(output), CompressionLevel.SmallestSize))
using (var writer = new BinaryWriter(brotli, Encoding.UTF8))
{
    writer.Write(languages.Length);
    foreach (var language in languages) writer.Write(language);
    writer.Write(features.Count);
    foreach (var (gram, weights) in features)
    {
        writer.Write(gram);
        writer.Write((byte)weights.Count);
        foreach (var (language, _) in weights) writer.Write(language);
        foreach (var (_, weight) in weights) writer.Write(weight);
    }
}
Console.WriteLine($"{languages.Length} languages, {features.Count} n-grams, {new FileInfo(output).Length} bytes");

// The models hold the frequency of an n-gram among those that begin alike; multiplied up, its frequency among all.
Dictionary<string, double>[] ReadLanguage(string language)
{
    var joint = new Dictionary<string, double>[files.Length];
    for (var length = 0; length < files.Length; length++)
    {
        var shorter = length == 0 ? null : joint[length - 1];
        joint[length] = [];
        foreach (var (gram, conditional) in ReadModel(Path.Combine(models, language, files[length] + ".json.br")))
        {
            if (shorter is null) joint[length][gram] = conditional;
            else if (shorter.TryGetValue(gram[..^1], out var start)) joint[length][gram] = start * conditional;
        }
    }
    return joint;
}

static IEnumerable<(string Gram, double Frequency)> ReadModel(string file)
{
    using var stream = new BrotliStream(File.OpenRead(file), CompressionMode.Decompress);
    using var json = JsonDocument.Parse(stream);
    foreach (var entry in json.RootElement.GetProperty("ngrams").EnumerateObject())
    {
        var fraction = entry.Name.Split('/');
        var frequency = double.Parse(fraction[0], CultureInfo.InvariantCulture) / double.Parse(fraction[1], CultureInfo.InvariantCulture);
        foreach (var gram in entry.Value.GetString()!.Split(' ')) yield return (gram, frequency);
    }
}

static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
