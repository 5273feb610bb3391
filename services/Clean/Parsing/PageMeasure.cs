namespace Ingestion.Clean.Parsing;

/// <summary>Measures every node of a page in two passes over its nodes in document order.</summary>
internal static class PageMeasure
{
    /// <summary>The least text of a block that counts as running text.</summary>
    private const int LeastProse = 40;

    /// <summary>Measures the nodes.</summary>
    public static void Measure(PageNode[] nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Tag != Tag.Text) continue;
            var (length, punctuation) = TextMeasure.Of(node.Text);
            if (length == 0) continue;
            node.TextLength = length;
            if (node.InLink) node.LinkLength = length;
            var block = node.Block;
            block.OwnLength += length;
            block.OwnPunctuation += punctuation;
            if (node.InLink) block.OwnLinkLength += length;
        }
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (node.Tag != Tag.Text)
            {
                node.Elements++;
                if (node.Tag == Tag.A && node.InLink) node.Links++;
                if (node.Tag.IsNeverText()) node.TextLength = node.LinkLength = node.ProseLength = node.OwnLength = node.OwnLinkLength = 0;
                else node.ProseLength += Prose(node);
            }
            if (node.Parent is not { } parent) continue;
            parent.TextLength += node.TextLength;
            parent.LinkLength += node.LinkLength;
            parent.ProseLength += node.ProseLength;
            parent.Elements += node.Elements;
            parent.Links += node.Links;
        }
    }

    /// <summary>Measures the nodes again, after texts have changed.</summary>
    public static void Remeasure(PageNode[] nodes)
    {
        foreach (var node in nodes)
        {
            node.TextLength = node.LinkLength = node.ProseLength = node.OwnLength = node.OwnLinkLength = node.OwnPunctuation = 0;
            node.Elements = node.Links = 0;
        }
        Measure(nodes);
    }

    /// <summary>Measures what the rules have left of every node.</summary>
    public static void MeasureKept(PageNode[] nodes)
    {
        foreach (var node in nodes) node.KeptLength = node.KeptProse = node.KeptJunk = 0;
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (node.RemovedBy is not null || node.Tag.IsNeverText())
            {
                node.KeptLength = node.KeptProse = node.KeptJunk = 0;
                continue;
            }
            if (node.Tag == Tag.Text)
            {
                node.KeptLength = node.TextLength;
            }
            else if (node.OwnLength > 0)
            {
                var prose = Prose(node);
                node.KeptProse += prose;
                if (prose == 0) node.KeptJunk += Junk(node);
            }
            if (node.Parent is not { } parent) continue;
            parent.KeptLength += node.KeptLength;
            parent.KeptProse += node.KeptProse;
            parent.KeptJunk += node.KeptJunk;
        }
    }

    /// <summary>How much of a block's own text reads like sentences: long, punctuated, and not made of links.</summary>
    private static int Prose(PageNode block)
    {
        if (block.OwnLength < LeastProse || block.OwnPunctuation == 0) return 0;
        if (block.Tag.IsHeading()) return 0;
        var plain = block.OwnLength - block.OwnLinkLength;
        if (plain < LeastProse || plain * 2 < block.OwnLength) return 0;
        return plain;
    }

    /// <summary>How much of a block that is no prose speaks against the place: links most, headings and items of lists hardly.</summary>
    private static int Junk(PageNode block)
    {
        if (block.OwnLinkLength * 2 > block.OwnLength) return block.OwnLength;
        return block.Tag.IsHeading() || block.Tag is Tag.Li or Tag.Td or Tag.Th or Tag.Dt or Tag.Dd or Tag.Pre or Tag.Blockquote ? 0 : block.OwnLength;
    }
}
