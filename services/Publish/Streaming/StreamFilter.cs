using Ingestion.Publish.Reading;
using Ingestion.Storage;

namespace Ingestion.Publish.Streaming;

/// <summary>Which changes a stream carries.</summary>
/// <param name="Articles">Of which articles; words are not searched for here.</param>
/// <param name="Kinds">Which kinds; all where it is empty.</param>
internal sealed record StreamFilter(ReaderFilter Articles, IReadOnlyList<ChangeKind> Kinds)
{
    /// <summary>Whether a change passes.</summary>
    public bool Takes(StreamEvent change) =>
        (Articles.Source is null || Articles.Source == change.Source)
        && (Articles.Language is null || Articles.Language == change.Language)
        && (Articles.Topic is null || change.Topics.Contains(Articles.Topic))
        && (Kinds.Count == 0 || Kinds.Contains(change.Kind));
}
