using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>A block of the container that has text of its own, and none in blocks further in.</summary>
/// <param name="Block">The block.</param>
/// <param name="Text">Its text, blanks collapsed.</param>
internal sealed record Line(PageNode Block, string Text)
{
    private string? _lower;

    /// <summary>Its text in lower case.</summary>
    public string Lower => _lower ??= Text.ToLowerInvariant();

    /// <summary>Whether it is nothing but a link, or several.</summary>
    public bool IsLink => Block.OwnLinkLength * 100 >= Block.OwnLength * 92;

    /// <summary>Whether it is running text, see <see cref="PageNode.ProseLength"/>.</summary>
    public bool IsProse => Block.ProseLength > 0;
}
