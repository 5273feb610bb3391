using System.Globalization;
using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Ingest.Polling;
using Ingestion.Ingest.Polling.Api;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>What is done with a source's feed on its page.</summary>
internal static class FeedForms
{
    public static async Task<IResult> SaveAsync(
        string id, HttpRequest request, FeedControl control, IFeedStore feeds, SourcePageReader reader, CancellationToken cancellationToken)
    {
        var body = Read(await PageForm.ReadAsync(request, cancellationToken));
        var isPaused = (await feeds.FindAsync(id, cancellationToken))?.Settings.IsPaused == true;
        var (_, error) = await control.SaveAsync(id, body with { Paused = isPaused }, cancellationToken);
        return await AnswerAsync(id, "saved", error, reader, cancellationToken);
    }

    public static async Task<IResult> PauseAsync(string id, FeedControl control, SourcePageReader reader, CancellationToken cancellationToken) =>
        await AnswerAsync(id, "paused", (await control.PauseAsync(id, true, cancellationToken)).Error, reader, cancellationToken);

    public static async Task<IResult> ResumeAsync(string id, FeedControl control, SourcePageReader reader, CancellationToken cancellationToken) =>
        await AnswerAsync(id, "resumed", (await control.PauseAsync(id, false, cancellationToken)).Error, reader, cancellationToken);

    public static async Task<IResult> PollAsync(string id, FeedControl control, SourcePageReader reader, CancellationToken cancellationToken) =>
        await AnswerAsync(id, "polled", (await control.PollNowAsync(id, cancellationToken)).Error, reader, cancellationToken);

    /// <summary>A feed as it was entered.</summary>
    public static FeedBody Read(IFormCollection form)
    {
        var minutes = form["minMinutes"].ToString().Trim();
        // What is no number comes out as one that is not allowed, and is told so.
        int? seconds = minutes.Length == 0 ? null
            : int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue / 60 ? number * 60 : 0;
        return new FeedBody(form["url"], form["fullText"].ToString() is { Length: > 0 } fullText ? fullText : null, seconds);
    }

    /// <summary>The fields of a feed.</summary>
    public static Html Fields(string url, FullText chosen, TimeSpan? minInterval) => Html.Of($"""
        <label>Feed <input name="url" type="url" required value="{url}" autocapitalize="none"></label>
        <label>Fetch the pages of its entries <select name="fullText">
        {Option(FullText.Teaser, chosen, "when the feed has only the beginning")}
        {Option(FullText.Always, chosen, "always")}
        {Option(FullText.Never, chosen, "never")}
        </select></label>
        <label>Shortest wait between two polls, in minutes <input name="minMinutes" inputmode="numeric" pattern="[0-9]*" value="{Minutes(minInterval)}" placeholder="as usual"></label>
        """);

    private static Html Option(FullText value, FullText chosen, string text) => Html.Of(
        $"""<option value="{value.ToString().ToLowerInvariant()}"{Html.Trusted(value == chosen ? " selected" : "")}>{text}</option>""");

    // Rounded up: what the API set to seconds stays at least as long.
    private static string Minutes(TimeSpan? interval) =>
        interval is { } wait ? Math.Ceiling(wait.TotalMinutes).ToString(CultureInfo.InvariantCulture) : "";

    private static async Task<IResult> AnswerAsync(
        string id, string done, SetupError? error, SourcePageReader reader, CancellationToken cancellationToken) =>
        error is null ? new SeeOther($"{SourcePages.Of(id)}?done={done}") : await SourcePage.AnswerAsync(id, reader, error, cancellationToken);
}
