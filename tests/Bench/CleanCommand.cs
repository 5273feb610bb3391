using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingestion.Clean;
using Ingestion.Contracts;

namespace Ingestion.Bench;

/// <summary>
/// The command "clean": runs a set of pages through the real core on one core of the machine, writes what the scorer
/// reads, and prints how long a page takes.
/// </summary>
internal static class CleanCommand
{
    // The runtime compiles a method for good only after it has run many times and some time has passed.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The command, for the command line.</summary>
    public static Command Create()
    {
        var input = new Option<DirectoryInfo>("--in") { Description = "The set: a directory with html/ID.html.gz and ground-truth.json.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the predictions go.", Required = true };
        var compare = new Option<bool>("--compare") { Description = "Also time SmartReader, and AngleSharp's parse alone, on the same pages." };
        var rounds = new Option<int>("--rounds") { Description = "How often each page is timed; the best time counts.", DefaultValueFactory = _ => 1 };
        rounds.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--rounds: at least 1.");
        });
        var command = new Command("clean", "Cleans a set of pages, for the scorer, and times it.") { input, output, compare, rounds };
        command.SetAction(result => Run(result.GetValue(input)!, result.GetValue(output)!, result.GetValue(compare), result.GetValue(rounds)));
        return command;
    }

    private static int Run(DirectoryInfo input, FileInfo output, bool compare, int rounds)
    {
        UseOneCore();
        var pages = PageSet.Read(input);
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"There are no pages in {input.FullName}: expected html/*.html.gz or *.txt.gz.");
            return 1;
        }
        var cleaner = new ArticleCleaner(new CleanOptions());
        var predictions = new SortedDictionary<string, Prediction>(StringComparer.Ordinal);
        foreach (var page in pages) predictions[page.Id] = Predict(cleaner, page);
        File.WriteAllText(output.FullName, JsonSerializer.Serialize(predictions, Json), new UTF8Encoding(false));

        Func<SetPage, object?> clean = page => Predict(cleaner, page);
        if (!compare)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { pages = pages.Count, clean = PageTimer.Time(pages, rounds, TimeSpan.Zero, clean)[0] }, Json));
            return 0;
        }
        // The others are handed the page as a string, and what it takes to make one of the bytes is not counted against them.
        var texts = new Dictionary<SetPage, string>(ReferenceEqualityComparer.Instance);
        foreach (var page in pages) texts[page] = Encoding.UTF8.GetString(page.Content);
        var times = PageTimer.Time(
            pages,
            rounds,
            WarmUp,
            clean,
            page => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(texts[page]),
            page => new SmartReader.Reader(page.Url ?? "http://page.example/", texts[page]).GetArticle());
        var (ours, parse, smart) = (times[0], times[1], times[2]);
        var line = new Dictionary<string, object>
        {
            ["pages"] = pages.Count,
            ["clean"] = ours,
            ["parseOnly"] = parse,
            ["smartReader"] = smart,
            ["medianToParse"] = Math.Round(ours.Median / parse.Median, 3),
            ["p95ToParse"] = Math.Round(ours.P95 / parse.P95, 3),
            ["medianToSmartReader"] = Math.Round(ours.Median / smart.Median, 3),
            ["p95ToSmartReader"] = Math.Round(ours.P95 / smart.P95, 3),
        };
        Console.WriteLine(JsonSerializer.Serialize(line, Json));
        return 0;
    }

    private static Prediction Predict(ArticleCleaner cleaner, SetPage page)
    {
        try
        {
            var article = cleaner.Clean(new RawArticle(page.Content, page.ContentType, new ArticleHints { Url = page.Url }));
            return new Prediction(article.BodyText, article.Title, article.Authors, article.PublishedAt?.ToString(), article.DeclaredLanguage, article.CanonicalUrl, article.Kind.ToString());
        }
        catch (ArticleRejectedException rejected)
        {
            return new Prediction("", "", [], null, null, null, rejected.Reason);
        }
    }

    private static void UseOneCore()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            Process.GetCurrentProcess().ProcessorAffinity = 1 << (Environment.ProcessorCount - 1);
    }

    private sealed record Prediction(
        string ArticleBody, string Title, IReadOnlyList<string> Authors, string? Date, string? Language, string? CanonicalUrl, string Kind);
}
