using Ingestion.Publish.Api.Records;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;

namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>A change as subscribers are told it, whatever the format.</summary>
/// <param name="Kind">What kind of change it is to this subscription.</param>
/// <param name="Published">The version; a tombstone for a withdrawal.</param>
internal sealed record ChangeEvent(ChangeKind Kind, PublishedArticle Published)
{
    /// <summary>The event's type: article.new, article.correction, article.metadata or article.withdrawal.</summary>
    public string Type => "article." + KindName;

    /// <summary>The kind as it is written.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The change as the change sequence has it.</summary>
    public ChangeEntry ToEntry() => new(
        Published.Sequence!.Value, Published.ArticleId, Published.Version, Kind, Published.Source, Published.PublishedAt,
        ArticleContent.From(Published, withRemovals: false));

    /// <summary>The change that a delivery carries.</summary>
    public static ChangeEvent Of(Delivery delivery, PublishedArticle published) =>
        new(delivery.Kind, published.Sequence is null ? published with { Sequence = delivery.Sequence } : published);
}
