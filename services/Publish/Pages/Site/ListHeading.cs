using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Ingestion.Storage;

namespace Ingestion.Publish.Pages.Site;

/// <summary>What a list is called.</summary>
/// <param name="Kind">What it was chosen by: "Topic"; null for the list of everything.</param>
/// <param name="Text">The heading.</param>
internal sealed record ListHeading(string? Kind, string Text)
{
    /// <summary>The heading of a list.</summary>
    /// <param name="filter">What was asked for.</param>
    /// <param name="shown">The articles of the page, which know how their topic is written.</param>
    /// <param name="isLater">Whether it is a page after the first.</param>
    public static ListHeading Of(ReaderFilter filter, IReadOnlyList<PublishedArticle> shown, bool isLater)
    {
        if (filter.Parts.Count == 0) return new ListHeading(null, isLater ? "Older articles" : "Latest");
        var kinds = filter.Parts.Select(part => part.Key);
        var texts = filter.Parts.Select(part => part.Key switch
        {
            "search" => $"“{part.Value}”",
            "language" => LanguageName.Of(part.Value!),
            "topic" => TopicAsWritten(part.Value!, shown),
            _ => part.Value!,
        });
        return new ListHeading(Capitalised(string.Join(", ", kinds)), string.Join(" · ", texts));
    }

    private static string TopicAsWritten(string topic, IReadOnlyList<PublishedArticle> shown) =>
        shown.Select(published => new FeedEntry(published, published.Article!)).SelectMany(entry => entry.Categories)
            .FirstOrDefault(category => ArticleTopics.Normalise(category) == topic) ?? topic;

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
