using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Extraction;

/// <summary>
/// Finds the standfirst (lead, deck): the paragraph between the headline and the article's first own paragraph. It is a
/// field of its own. It is the first paragraph of the text too where it stands with the paragraphs, or is long enough
/// to be one; a short one in the head of the page is a second headline, and says again what the text says.
/// </summary>
internal static class StandfirstFinder
{
    private const int Shortest = 40;
    private const int Longest = 1_200;

    /// <summary>Amount of text that makes a paragraph; about 120 characters with their blanks.</summary>
    private const int Paragraph = 100;

    /// <summary>The standfirst; null if the page shows none.</summary>
    public static PageNode? Find(PageFacts facts, PageNode container, string? description)
    {
        var page = facts.Page;
        var from = facts.HeadlineNode is { } headline && headline.Index < container.End ? headline.End : Math.Max(page.Body.Index, container.Index - 60);
        var wanted = description is null ? "" : Letters(description);
        for (var i = from; i < container.End; i++)
        {
            var node = page.Nodes[i];
            if (node.Tag == Tag.Text || node.Tag.IsNeverText()) continue;
            if (node.Block != node || node.OwnLength < Shortest || node.OwnLength != node.TextLength) continue;
            if (i >= container.Index && node.RemovedBy is null && node.ProseLength > 0 && !IsCalled(node)) return null;
            if (node.TextLength > Longest || node.LinkLength * 2 > node.TextLength || IsHidden(node)) continue;
            if (IsCalled(node) || IsDescription(page.TextOf(node, Longest), wanted)) return node;
            if (i > container.Index + 40) return null;
        }
        return null;
    }

    /// <summary>Whether a standfirst is the first paragraph of the text too.</summary>
    public static bool LeadsText(PageNode standfirst, PageNode container)
    {
        if (standfirst.TextLength >= Paragraph) return true;
        if (!container.Contains(standfirst)) return false;
        for (var (node, steps) = (standfirst, 0); node is not null && steps < 3; node = node.Parent, steps++)
        {
            if (node.Has(Marks.Body)) return true;
        }
        return false;
    }

    private static bool IsCalled(PageNode node)
    {
        for (var (n, steps) = (node, 0); n is not null && steps < 3; n = n.Parent, steps++)
        {
            if (n.Has(Marks.Caption | Marks.Related | Marks.Byline | Marks.Share | Marks.Advertisement | Marks.SignUp | Marks.Consent | Marks.Comment | Marks.Contents)) return false;
            if (n.Has(Marks.Standfirst) || n.Attribute("itemprop") is "description" or "alternativeHeadline") return true;
        }
        return false;
    }

    private static bool IsDescription(string text, string wanted)
    {
        if (wanted.Length < Shortest) return false;
        var letters = Letters(text);
        if (letters.Length < Shortest * 3 / 4) return false;
        var common = Math.Min(40, Math.Min(letters.Length, wanted.Length));
        return letters.AsSpan(0, common).SequenceEqual(wanted.AsSpan(0, common));
    }

    private static bool IsHidden(PageNode node)
    {
        for (var n = node; n is not null; n = n.Parent)
        {
            if (n.RemovedBy is { } reason && reason.Rule is "display-none" or "hidden-attribute" or "off-screen" or "related" or "comments" or "navigation" or "caption" or "sidebar" or "teaser") return true;
            if (n.Tag is Tag.Figure or Tag.Figcaption or Tag.Aside or Tag.Nav or Tag.Footer or Tag.Form) return true;
        }
        return false;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
