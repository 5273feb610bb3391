using System.CommandLine;
using Ingestion.Storage;

namespace Ingestion.AllInOne.Cli;

/// <summary>The command line.</summary>
internal static class IngestionCommand
{
    public static RootCommand Create()
    {
        var inputs = new Argument<string[]>("input")
        {
            Description = "Files, folders and http(s) URLs to push: HTML, plain text, RSS and Atom. None: just serve.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var once = new Option<bool>("--once") { Description = "Exit when all inputs are done: 0 if every one was published, else 1." };
        var data = new Option<string?>("--data") { Description = "The folder where SQLite keeps everything. [default: data]" };
        var urls = new Option<string?>("--urls") { Description = $"Where to listen. [default: {AllInOneHost.DefaultUrl}]" };
        var command = new RootCommand("Ingests articles: all four services in this process. Other settings come from the environment (Ingest__Lease=00:05:00).")
        {
            inputs, once, data, urls,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var settings = new Dictionary<string, string?>();
            if (result.GetValue(data) is { } directory) settings[$"{StoreOptions.Section}:{nameof(StoreOptions.Directory)}"] = directory;
            if (result.GetValue(urls) is { } addresses) settings[WebHostDefaults.ServerUrlsKey] = addresses;
            return new IngestionRun(result.GetValue(inputs) ?? [], result.GetValue(once), settings).RunAsync(cancellationToken);
        });
        return command;
    }
}
