using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.Api;

/// <summary>A feed as it is set up.</summary>
/// <param name="Url">The feed's URL.</param>
/// <param name="FullText">When the pages of entries are fetched: never, teaser (the default: when the feed has only the beginning) or always.</param>
/// <param name="MinIntervalSeconds">The shortest wait between two polls, in seconds.</param>
/// <param name="Paused">Whether it is not to be polled.</param>
internal sealed record FeedBody(string? Url, string? FullText = null, int? MinIntervalSeconds = null, bool Paused = false)
{
    private const int LongestInterval = 7 * 24 * 3600;

    /// <summary>The settings; what is wrong with them is added to the errors, by field.</summary>
    public FeedSettings? ToSettings(IDictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(Url)) errors["url"] = ["is required: the address of the feed. POST /v1/feeds/preview finds it from a page's."];
        else if (!Uri.TryCreate(Url.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            errors["url"] = [$"'{Url}' is not an absolute http or https URL."];
        if (MinIntervalSeconds is < 1 or > LongestInterval) errors["minIntervalSeconds"] = [$"{MinIntervalSeconds} is not from 1 to {LongestInterval}."];
        var fullText = Storage.FullText.Teaser;
        if (FullText is not null && (!Enum.TryParse(FullText, ignoreCase: true, out fullText) || !Enum.IsDefined(fullText) || char.IsAsciiDigit(FullText[0])))
            errors["fullText"] = [$"'{FullText}' is not one of never, teaser, always."];
        if (errors.Count > 0) return null;
        return new FeedSettings
        {
            Url = Url!.Trim(),
            FullText = fullText,
            MinInterval = MinIntervalSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            IsPaused = Paused,
        };
    }
}

/// <summary>A URL to look behind.</summary>
/// <param name="Url">A feed's or a page's.</param>
internal sealed record PreviewBody(string? Url);
