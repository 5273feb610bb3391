using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>The text beside a picture in the element that holds both, a figure or one that is called a picture: its caption and credit.</summary>
internal static class PictureLine
{
    private const int LongestCaption = 400;
    private const int MostSteps = 3;

    /// <summary>Takes the text out; the picture stays.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (IsCaption(lines[i].Block, context.Page)) LinePruner.TakeText(lines, i, "caption", 0.75);
        }
    }

    private static bool IsCaption(PageNode block, Page page)
    {
        if (block.Tag.IsHeading() || block.Tag is Tag.Blockquote or Tag.Td or Tag.Th or Tag.Pre or Tag.Li) return false;
        for (var (node, steps) = (block, 0); node is not null && steps <= MostSteps && node.TextLength <= LongestCaption; node = node.Parent, steps++)
        {
            if (node.Tag is Tag.Blockquote or Tag.Li) return false;
            if ((node.Tag == Tag.Figure || node.Has(Marks.Picture)) && HoldsPicture(node, page)) return true;
        }
        return false;
    }

    private static bool HoldsPicture(PageNode node, Page page)
    {
        var found = false;
        for (var i = node.Index; i < node.End; i++)
        {
            if (page.Nodes[i].Tag is Tag.Blockquote or Tag.Table or Tag.Pre) return false;
            if (page.Nodes[i].Tag is Tag.Img or Tag.Picture or Tag.Video or Tag.Iframe or Tag.Noscript) found = true;
        }
        return found;
    }
}
