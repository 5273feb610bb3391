using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Selectors;

/// <summary>Conditions on one element: <c>div.a[href]:first-child</c>.</summary>
internal sealed class CompoundSelector(IReadOnlyList<Func<PageNode, ElementPositions, bool>> conditions)
{
    /// <summary>Whether the element meets all of them.</summary>
    public bool Matches(PageNode node, ElementPositions positions)
    {
        foreach (var condition in conditions)
        {
            if (!condition(node, positions)) return false;
        }
        return true;
    }
}
