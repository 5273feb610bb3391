using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Captions and credits of images: they go to the image, not to the text.</summary>
internal sealed class CaptionRule : INodeRule
{
    public const string Name = "caption";

    public string Id => Name;

    public double Confidence => 0.85;

    public double LargestShare => 0.35;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Tag == Tag.Figcaption || (node.Has(Marks.Caption) && !node.Has(Marks.Body));
}
