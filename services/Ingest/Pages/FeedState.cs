using Ingestion.Hosting.Pages.Markup;

namespace Ingestion.Ingest.Pages;

/// <summary>The state of a source or its feed as the pages show it: by word and by colour.</summary>
internal static class FeedState
{
    public static Html Badge(string state) => Html.Of($"""<span class="state feed-{state}">{state}</span>""");

    /// <summary>When it is polled next.</summary>
    public static string Next(DateTimeOffset due, DateTimeOffset now) => due <= now ? "now" : PlainWords.Distance(due, now);

    /// <summary>What a state means.</summary>
    public static string Meaning(string state) => state switch
    {
        "off" => "The source is switched off: nothing of it is taken.",
        "paused" => "The feed is paused: it is not polled until you resume it.",
        "stopped" => "The feed is no longer polled. Poll it now to try again.",
        "failing" => "The last polls failed; the waits between them grow.",
        "quiet" => "Nothing came for much longer than ever before.",
        "push" => "It has no feed: its articles are pushed.",
        _ => "It is polled as often as something comes.",
    };
}
