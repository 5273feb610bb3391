using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>
/// Shells of spam: several elements under one meaningless id. An id belongs to one element; a page that repeats a short
/// vowel-poor one on unusual elements was filled by a machine.
/// </summary>
internal sealed class RandomNameRule : INodeRule
{
    // How far, in either direction, a machine's other shells are looked for.
    private const int Neighbours = 100;

    public string Id => "random-name";

    public double Confidence => 0.9;

    public double LargestShare => 0.1;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Attribute("id") is not { Length: >= 4 and <= 8 } id || !IsUnusual(node.Tag) || !IsMeaningless(id)) return false;
        return context.Page.CountId(id) > 1 && Repeats(node, id);
    }

    private static bool IsUnusual(Tag tag) =>
        tag is Tag.Unknown or Tag.Ins or Tag.Pre or Tag.Blockquote or Tag.Address or Tag.S or Tag.Strike or Tag.Small or Tag.Del or Tag.Tt or Tag.U
            or Tag.Sub or Tag.Sup or Tag.Var or Tag.Cite or Tag.Code or Tag.Em or Tag.Strong or Tag.B or Tag.I or Tag.Font or Tag.Center
            or Tag.Samp or Tag.Kbd or Tag.Fieldset or Tag.Legend or Tag.Menu or Tag.Dl or Tag.Dd or Tag.Dt or Tag.Li or Tag.Ol or Tag.Ul
            or Tag.Table or Tag.Tr or Tag.Td or Tag.Th or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Label or Tag.Ruby or Tag.Abbr or Tag.Optgroup;

    private static bool IsMeaningless(string id)
    {
        var vowels = 0;
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) return false;
            if (c is 'a' or 'e' or 'i' or 'o' or 'u') vowels++;
        }
        return vowels * 4 <= id.Length;
    }

    private static bool Repeats(PageNode node, string id)
    {
        if (node.Parent is not { } parent) return false;
        if (parent.Attribute("id") == id) return true;
        if (FirstElement(node)?.Attribute("id") == id) return true;
        var (before, after) = (node.PreviousSibling, node.NextSibling);
        for (var steps = 0; steps < Neighbours && (before ?? after) is not null; steps++)
        {
            if (before?.Attribute("id") == id || after?.Attribute("id") == id) return true;
            (before, after) = (before?.PreviousSibling, after?.NextSibling);
        }
        return false;
    }

    private static PageNode? FirstElement(PageNode parent)
    {
        var child = parent.FirstChild;
        while (child is { Tag: Tag.Text }) child = child.NextSibling;
        return child;
    }
}
