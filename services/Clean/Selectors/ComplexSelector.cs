using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Selectors;

/// <summary>
/// Compounds joined by combinators. It is kept as chains from right to left: within a chain each compound is the parent's of the
/// one before, between chains any ancestor's. Taking the nearest ancestor where a chain fits is always right, since it leaves the most
/// ancestors to the chains that follow; so a match takes one walk up and never tries again.
/// </summary>
internal sealed class ComplexSelector(IReadOnlyList<IReadOnlyList<CompoundSelector>> chains)
{
    /// <summary>Whether it matches an element.</summary>
    public bool Matches(PageNode node, ElementPositions positions)
    {
        if (!Fits(chains[0], node, positions, out var above)) return false;
        for (var chain = 1; chain < chains.Count; chain++)
        {
            var at = above;
            while (at is not null && !Fits(chains[chain], at, positions, out above)) at = at.Parent;
            if (at is null) return false;
        }
        return true;
    }

    private static bool Fits(IReadOnlyList<CompoundSelector> chain, PageNode bottom, ElementPositions positions, out PageNode? above)
    {
        above = bottom;
        foreach (var compound in chain)
        {
            if (above is null || !compound.Matches(above, positions)) return false;
            above = above.Parent;
        }
        return true;
    }
}
