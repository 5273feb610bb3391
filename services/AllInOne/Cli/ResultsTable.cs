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
        table.AddColumn(new TableColumn("Input").NoWrap());
        table.AddColumn(new TableColumn("Title"));
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
        null => "[red]refused[/]",
        { State: SubmissionState.Published } => "[green]published[/]",
        { State: SubmissionState.Failed } => "[red]failed[/]",
        var submission => submission.State.ToString().ToLowerInvariant(),
    };

    /// <summary>A line for each input that was not published, with the reason.</summary>
    public static IEnumerable<string> Reasons(IEnumerable<InputResult> results) => results
        .Where(result => !result.IsPublished)
        .Select(result => result.Submission?.Failure is { } failure
            ? $"[red]{Markup.Escape(result.Name)}[/] failed at {failure.Stage} ({Markup.Escape(failure.Reason)}): {Markup.Escape(failure.Error)}"
            : $"[red]{Markup.Escape(result.Name)}[/] was not published: {Markup.Escape(result.Refusal ?? $"{result.Submission?.State}")}");

    private static string Number(double? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
}
