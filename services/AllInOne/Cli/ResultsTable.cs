using System.Globalization;
using Ingestion.Storage;
using Spectre.Console;

namespace Ingestion.AllInOne.Cli;

/// <summary>The table at the end: what came out, and what was taken away.</summary>
internal static class ResultsTable
{
    public static Table Create(IEnumerable<InputResult> results)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Input");
        table.AddColumn("Title");
        table.AddColumn("Language");
        table.AddColumn(new TableColumn("Words kept").RightAligned());
        table.AddColumn(new TableColumn("Words removed").RightAligned());
        table.AddColumn(new TableColumn("ms").RightAligned());
        table.AddColumn("State");
        foreach (var result in results) table.AddRow([.. Cells(result).Select(cell => new Markup(cell))]);
        return table;
    }

    private static IEnumerable<string> Cells(InputResult result)
    {
        var summary = result.Submission?.Summary;
        var milliseconds = result.Submission?.Timeline.Sum(run => run.Milliseconds);
        return
        [
            Markup.Escape(result.Name),
            Markup.Escape(summary?.Title ?? ""),
            Markup.Escape(summary?.Language ?? ""),
            Number(summary?.WordsKept),
            Number(summary?.WordsRemoved),
            Number(milliseconds),
            State(result),
        ];
    }

    private static string State(InputResult result) => result.Submission switch
    {
        null => $"[red]refused: {Markup.Escape(result.Refusal ?? "")}[/]",
        { State: SubmissionState.Published } => "[green]published[/]",
        { Failure: { } failure } => $"[red]failed at {failure.Stage}: {Markup.Escape(failure.Error)}[/]",
        var submission => submission.State.ToString(),
    };

    private static string Number(double? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
}
