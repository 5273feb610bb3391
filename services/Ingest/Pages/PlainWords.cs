using Ingestion.Hosting.Pages.Markup;
using Ingestion.Ingest.Sources;

namespace Ingestion.Ingest.Pages;

/// <summary>What codes mean, for who reads the pages.</summary>
internal static class PlainWords
{
    /// <summary>Why pushes were refused.</summary>
    public static string OfRefusal(string reason) => reason switch
    {
        "no-token" or "no-access" => "came without a token",
        "unknown-token" => "came with a token that is not known",
        "wrong-source" => "came with another source's token",
        "disabled" => "came while the source was switched off",
        "rate-limit" => "came faster than the limit lets",
        "too-large" => "were too large",
        "slow-body" => "came too slowly",
        "unknown-type" => "were of a type that is not known",
        "invalid" => "had fields that are not valid",
        "malformed" => "could not be read",
        "conflict" => "came while the same request was being answered",
        "store-down" => "came while the store was down",
        "forbidden" => "were not allowed",
        "not-found" => "were about an article that is not there",
        _ => reason,
    };

    /// <summary>What a form did, for the page that it leads to; null for nothing that is known.</summary>
    public static string? OfDone(string? done) => done switch
    {
        "saved" => "Saved.",
        "added" => "Added. It is polled within seconds.",
        "made" => "Made.",
        "paused" => "Paused: it is not polled until you resume it.",
        "resumed" => "Resumed. It is polled within seconds.",
        "polled" => "It is polled within seconds. Load this page again to see what came.",
        "deleted" => "Deleted. The token is refused within seconds.",
        _ => null,
    };

    /// <summary>An answer above a page's content: what was done, or why it was not.</summary>
    public static Html Notice(string? done, SetupError? error)
    {
        if (error is not null) return Html.Of($"""<div class="error" role="alert"><p><b>{error.Title}.</b> {error.Detail}</p></div>""");
        return OfDone(done) is { } words ? Html.Of($"""<p class="done" role="status">{words}</p>""") : Html.Empty;
    }

    /// <summary>A wait that is over or to come, roughly: "in 5 min", "2 h ago".</summary>
    public static string Distance(DateTimeOffset instant, DateTimeOffset now)
    {
        var distance = (instant - now).Duration();
        var words = distance switch
        {
            { TotalSeconds: < 60 } => $"{(int)distance.TotalSeconds} s",
            { TotalMinutes: < 60 } => $"{(int)distance.TotalMinutes} min",
            { TotalHours: < 48 } => $"{(int)distance.TotalHours} h",
            _ => $"{(int)distance.TotalDays} days",
        };
        return instant > now ? $"in {words}" : $"{words} ago";
    }
}
