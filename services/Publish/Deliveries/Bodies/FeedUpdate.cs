using Ingestion.Publish.Feeds;
using Ingestion.Publish.Hub;
using Ingestion.Storage;

namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>What the hub distributes: the topic's feed with the one entry that has changed, and the links to hub and topic (W3C WebSub, 7).</summary>
internal static class FeedUpdate
{
    public static DeliveryBody Write(PublishedArticle published, HubTopic topic, string siteName, FeedHub hub)
    {
        var page = new FeedPage { SiteName = siteName, Root = topic.Root, Filter = topic.Filter, Articles = [published], Hub = hub };
        return new DeliveryBody(
            topic.Format.ContentType, topic.Format.Write(page),
            [new("Link", $"<{page.HubUrl}>; rel=\"hub\", <{topic.Url}>; rel=\"self\"")]);
    }
}
