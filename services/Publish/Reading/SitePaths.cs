using Ingestion.Storage;

namespace Ingestion.Publish.Reading;

/// <summary>Where the pages of the reader's site are, relative to the service's root.</summary>
internal static class SitePaths
{
    /// <summary>The list.</summary>
    public const string List = "read";

    /// <summary>An article.</summary>
    public static string Article(string articleId) => $"{List}/articles/{articleId}";

    /// <summary>What one source published.</summary>
    public static string Source(string source) => $"{List}/sources/{Uri.EscapeDataString(source)}";

    /// <summary>What was published about a topic.</summary>
    public static string Topic(string topic) => $"{List}/topics/{Uri.EscapeDataString(ArticleTopics.Normalise(topic))}";

    /// <summary>The page of a list, in the shortest form: a source and a topic have pages of their own.</summary>
    public static string Of(ReaderFilter filter, long? before = null) =>
        filter is { Source: { } source, Topic: null } ? (filter with { Source = null }).AddTo(Source(source), before)
        : filter is { Topic: { } topic, Source: null } ? (filter with { Topic = null }).AddTo(Topic(topic), before)
        : filter.AddTo(List, before);
}
