using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>A stretch of the change sequence.</summary>
/// <param name="Changes">The changes, in order, without a gap.</param>
/// <param name="Next">What to ask for next as <c>after</c>.</param>
internal sealed record ChangeList(IReadOnlyList<ChangeEntry> Changes, long Next);

/// <summary>A change.</summary>
/// <param name="Sequence">Counted up from 1.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">The version that became current.</param>
/// <param name="Kind">What kind of change it is; a withdrawal is a tombstone.</param>
/// <param name="Source">The source of the article.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Article">The content, without the removal ledger; absent in a tombstone and where include=none was asked for.</param>
internal sealed record ChangeEntry(
    long Sequence, string ArticleId, int Version, ChangeKind Kind, string Source, DateTimeOffset ChangedAt, ArticleContent? Article)
{
    public static ChangeEntry From(Change change, ArticleContent? article) =>
        new(change.Sequence, change.ArticleId, change.Version, change.Kind, change.Source, change.ChangedAt, article);
}
