using Ingestion.Hosting;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Ingestion.Storage.Subscriptions;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Publish.Hub;

/// <summary>A topic of the hub: one of our feeds, of everything or of a source, a language or a topic.</summary>
/// <param name="Url">The feed's URL as the subscriber named it.</param>
/// <param name="Root">Where the service is reached; ends with a slash.</param>
/// <param name="Format">The feed's format.</param>
/// <param name="Filter">Which articles it has.</param>
internal sealed record HubTopic(string Url, Uri Root, FeedFormat Format, ReaderFilter Filter)
{
    private static readonly string[] Parameters = ["source", "language", "topic"];

    /// <summary>What a subscription to it takes.</summary>
    public SubscriptionFilter ToFilter() => new()
    {
        Sources = Filter.Source is { } source ? [source] : [],
        Languages = Filter.Language is { } language ? [language] : [],
        Topics = Filter.Topic is { } topic ? [topic] : [],
    };

    /// <summary>The format in which a subscription to it is sent.</summary>
    public DeliveryFormat DeliveryFormat =>
        Format == FeedFormat.Atom ? DeliveryFormat.Atom : Format == FeedFormat.Rss ? DeliveryFormat.Rss : DeliveryFormat.JsonFeed;

    /// <summary>Reads a topic's URL.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="root">Where the service is reached; null to take it from the URL, which was checked before.</param>
    /// <param name="error">What is wrong with it.</param>
    public static HubTopic? Parse(string url, Uri? root, out string? error)
    {
        error = null;
        var known = string.Join(", ", FeedFormat.All.Select(format => format.Path));
        if (!Uri.TryCreate(url, UriKind.Absolute, out var topic))
        {
            error = $"'{url}' is no absolute URL.";
            return null;
        }
        var format = FeedFormat.All.FirstOrDefault(format => topic.AbsolutePath.EndsWith("/" + format.Path, StringComparison.Ordinal));
        var found = format is null ? null : new Uri(topic, topic.AbsolutePath[..^format.Path.Length]);
        if (format is null || (root is not null && found != root))
        {
            error = $"'{url}' is no feed of this service. Its feeds are {known} under {root}.";
            return null;
        }
        var query = QueryHelpers.ParseQuery(topic.Query);
        if (query.Keys.FirstOrDefault(name => !Parameters.Contains(name)) is { } unknown)
        {
            error = $"'{unknown}' cannot be in a topic: source, language and topic can.";
            return null;
        }
        var errors = new QueryErrors();
        var filter = new ReaderParameters { Source = query.GetValueOrDefault("source"), Language = query.GetValueOrDefault("language"), Topic = query.GetValueOrDefault("topic") }
            .ToFilter(errors);
        if (!errors.Any) return new HubTopic(url, found!, format, filter);
        error = errors.Detail;
        return null;
    }
}
