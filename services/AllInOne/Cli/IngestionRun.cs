using Ingestion.Ingest;
using Ingestion.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spectre.Console;

namespace Ingestion.AllInOne.Cli;

/// <summary>One call of the program: start the services, push the inputs, show what became of them, and go on serving.</summary>
internal sealed class IngestionRun(IReadOnlyList<string> arguments, bool once, IReadOnlyDictionary<string, string?> settings)
{
    private const string LogLevelKey = "Logging:LogLevel:Default";
    private const int WidthWithoutTerminal = 160;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs until all is done (with --once) or until the process is asked to stop.</summary>
    /// <returns>The exit code: 1 if an input was not published, or cannot be read.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthWithoutTerminal;
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        IReadOnlyList<InputItem> inputs;
        try
        {
            inputs = InputReader.Find(arguments, http);
        }
        catch (InputException e)
        {
            AnsiConsole.MarkupLine($"[red]{Markup.Escape(e.Message)}[/]");
            return 1;
        }
        await using var app = AllInOneHost.Build(QuietenFor(inputs));
        await app.StartAsync(cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        AnsiConsole.MarkupLine($"Serving on [link]{Markup.Escape(address)}[/]; without a token it takes articles from this machine only.");

        var published = inputs.Count == 0 || await PushAllAsync(app, inputs, http, new Uri(address), stopping.Token);
        if (inputs.Count > 0) Unquieten(app);
        if (once) await app.StopAsync(cancellationToken);
        else await app.WaitForShutdownAsync(cancellationToken);
        return published ? 0 : 1;
    }

    private static async Task<bool> PushAllAsync(
        WebApplication app, IReadOnlyList<InputItem> inputs, HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        var submissions = app.Services.GetRequiredService<ISubmissionStore>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var pusher = new Pusher(http, address, app.Configuration[$"{IngestService.ConfigurationSection}:Tokens:0"]);
        var results = new List<InputResult>();
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask("Pushing", maxValue: inputs.Count);
            var pushed = new List<PushedArticle>();
            foreach (var input in inputs)
            {
                try
                {
                    pushed.AddRange(await pusher.PushAsync(input, cancellationToken));
                }
                catch (Exception e) when (e is InputException or HttpRequestException or IOException)
                {
                    results.Add(new InputResult(input.Name, null, e.Message));
                }
                task.Increment(1);
            }
            task = progress.AddTask("Cleaning, enriching, publishing", maxValue: Math.Max(1, pushed.Count));
            foreach (var article in pushed)
            {
                results.Add(new InputResult(article.Name, await FinishAsync(submissions, article, clock, cancellationToken), null));
                task.Increment(1);
            }
        });
        AnsiConsole.Write(ResultsTable.Create(results));
        foreach (var reason in ResultsTable.Reasons(results)) AnsiConsole.MarkupLine(reason);
        return results.TrueForAll(result => result.IsPublished);
    }

    private static async Task<Submission> FinishAsync(
        ISubmissionStore submissions, PushedArticle article, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            var submission = await submissions.FindAsync(article.ArticleId, article.Version, cancellationToken)
                ?? throw new InvalidOperationException($"{article.ArticleId} was accepted, but is not in the store.");
            if (submission.State != SubmissionState.Accepted) return submission;
            await Task.Delay(PollInterval, clock, cancellationToken);
        }
    }

    /// <summary>A table on the screen and a log line per article do not go together; the table tells of failures too.</summary>
    private Dictionary<string, string?> QuietenFor(IReadOnlyList<InputItem> inputs)
    {
        var quiet = new Dictionary<string, string?>(settings);
        if (inputs.Count > 0) quiet[LogLevelKey] = nameof(LogLevel.Critical);
        return quiet;
    }

    /// <summary>From the table on, what goes wrong is logged again.</summary>
    private static void Unquieten(WebApplication app)
    {
        app.Configuration[LogLevelKey] = nameof(LogLevel.Warning);
        ((IConfigurationRoot)app.Configuration).Reload();
    }
}
