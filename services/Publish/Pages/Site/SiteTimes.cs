using Ingestion.Contracts;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Feeds;

namespace Ingestion.Publish.Pages.Site;

/// <summary>Times as readers see them: no more precise than they are known, to the minute at most.</summary>
internal static class SiteTimes
{
    /// <summary>When an article was published, as its page says, else when it came here.</summary>
    public static Html Published(FeedEntry entry) => entry.Article.PublishedAt is { } time
        ? Html.Of($"""<time datetime="{time.ToString()}" dir="ltr">{Readable(time)}</time>""")
        : Instant(entry.Published.FirstPublishedAt);

    /// <summary>An instant, in UTC.</summary>
    public static Html Instant(DateTimeOffset instant) => Html.Of(
        $"""<time datetime="{ArticleTime.From(instant.ToUniversalTime()).ToString()}" dir="ltr">{Readable(ArticleTime.From(instant.ToUniversalTime()))}</time>""");

    private static string Readable(ArticleTime time)
    {
        var day = time.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (time.Time is not { } clock) return day;
        var offset = time.Offset is not { } o ? "" : o == TimeSpan.Zero ? " UTC" : $" {time.ToString()[^6..]}";
        return $"{day} {clock.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}{offset}";
    }
}
