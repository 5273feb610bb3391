using System.Text;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// The authors by the page's markup: itemprop author, rel author, a class for the author's name, a link to an author's
/// page, a class for the byline; the surest of them that gives names is taken.
/// </summary>
internal static class BylineOnPage
{
    private const int LongestByline = 150;

    /// <summary>Nodes within which several authors of one article stand; further away it is another article's.</summary>
    private const int Neighbourhood = 40;

    /// <summary>An article element with less text than this is no article: an author's card.</summary>
    private const int ShortestTeaser = 60;

    // How a node says that it names the author, the surest first.
    private const int Microdata = 0;
    private const int Relation = 1;
    private const int NameClass = 2;
    private const int AuthorPage = 3;
    private const int BylineClass = 4;

    private static readonly string[] Connectors = [", ", " and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og "];

    private static readonly string[] AuthorPages =
    [
        "/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/auteurs/", "/autore/", "/autori/", "/auteur-", "/writer/",
        "/writers/", "/contributor/", "/contributors/", "/journalist/", "/profile/", "/staff/", "/redaktion/",
    ];

    /// <summary>The names; none if the markup gives none.</summary>
    public static List<string> Find(PageFacts facts)
    {
        var page = facts.Page;
        var near = NewGroups();
        var far = NewGroups();
        var headline = facts.HeadlineNode;
        var weakUntil = 0;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            page.Budget.Step();
            if (node.Tag == Tag.Text) continue;
            if (IsAround(node, page, headline))
            {
                i = node.End - 1;
                continue;
            }
            if (node.Tag is Tag.Nav or Tag.Footer && (headline is null
                || !node.Contains(headline))) weakUntil = Math.Max(weakUntil, node.End);
            var kind = KindOf(node);
            if (kind < 0 || (kind >= AuthorPage && i < weakUntil)) continue;
            var isNear = headline is null || node.Index - headline.Index is > -Neighbourhood and < 3 * Neighbourhood;
            if (kind == AuthorPage && !isNear) continue;
            var group = (isNear ? near : far)[kind];
            if (group.Names.Count > 0 && node.Index - group.End > Neighbourhood) continue;
            var before = group.Names.Count;
            AddNames(group.Names, page, node, kind);
            if (group.Names.Count > before) group.End = node.End;
        }
        return (Array.Find(near, static group => group.Names.Count > 0) ?? Array.Find(far, static group => group.Names.Count > 0))?.Names
            ?? [];
    }

    private static Group[] NewGroups() => [new(), new(), new(), new(), new()];

    /// <summary>Whether a part of the page speaks of other articles, or of the site.</summary>
    public static bool IsAround(PageNode node, Page page, PageNode? headline)
    {
        var other = node.Has(Marks.Comment | Marks.Related | Marks.Footer | Marks.Popup)
            || (node.Tag == Tag.Article && node.TextLength > ShortestTeaser && headline is not null && !node.Contains(headline));
        return other && node.ProseLength * 2 <= page.Body.ProseLength && (headline is null || !node.Contains(headline));
    }

    private static int KindOf(PageNode node)
    {
        if (node.Attribute("itemprop") is { } property && property.Contains("author", StringComparison.OrdinalIgnoreCase)) return Microdata;
        if (node.Attribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase)) return Relation;
        if (node.Has(Marks.Byline | Marks.Bio) && node.Attribute("class") is { } classes && IsNameClass(classes)) return NameClass;
        if (node.Tag == Tag.A && node.Attribute("href") is { } href
            && Array.Exists(AuthorPages, path => href.Contains(path, StringComparison.OrdinalIgnoreCase))) return AuthorPage;
        return node.Has(Marks.Byline) && !node.Has(Marks.Bio | Marks.Share) ? BylineClass : -1;
    }

    // "author-name", "byline__name", "author-box__name".
    private static bool IsNameClass(string classes)
    {
        foreach (var range in classes.AsSpan().Split(' '))
        {
            var name = classes.AsSpan(range);
            if (name.Contains("name", StringComparison.OrdinalIgnoreCase)
                && (name.Contains("author", StringComparison.OrdinalIgnoreCase)
                    || name.Contains("byline", StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    private static void AddNames(List<string> names, Page page, PageNode node, int kind)
    {
        if (kind == Microdata)
        {
            AddMicrodata(names, page, node);
            return;
        }
        if (node.TextLength is 0 or > LongestByline) return;
        var text = Pieces(page, node);
        if (kind == AuthorPage && Whitespace.Collapse(text) is var single && PersonName.IsSingle(single))
        {
            names.Add(single);
            return;
        }
        if (kind <= NameClass && names.Count == 0) AuthorNames.AddTo(names, text);
        else AuthorNames.AddFullTo(names, text);
        // "By the editors of ...": what an explicit label announces need not be a person.
        if (kind is Relation or AuthorPage && names.Count > 0) AddUnlinked(names, page, node.Block);
        if (names.Count == 0 && kind == BylineClass && AuthorWords.WithoutLabel(Whitespace.Collapse(text)) is { Length: < 40 } rest
            && rest.Length < text.Trim().Length && char.IsUpper(rest[0]))
            AuthorNames.AddTo(names, rest);
    }

    // "By Ada Lovelace and Charles Babbage", where only one of them has a page to link to.
    private static void AddUnlinked(List<string> names, Page page, PageNode block)
    {
        if (block.TextLength > LongestByline) return;
        var line = AuthorWords.WithoutLabel(Whitespace.Collapse(Pieces(page, block)));
        if (!line.StartsWith(names[0], StringComparison.Ordinal)) return;
        var rest = line[names[0].Length..];
        if (Array.Find(Connectors, connector =>
            rest.StartsWith(connector, StringComparison.Ordinal)) is { } found) AuthorNames.AddFullTo(names, rest[found.Length..]);
    }

    // The name may stand in a thing of its own, also as a meta element in it.
    private static void AddMicrodata(List<string> names, Page page, PageNode node)
    {
        if (node.Attribute("content") is { Length: > 0 } content)
        {
            AuthorNames.AddTo(names, content);
            return;
        }
        for (var i = node.Index + 1; i < node.End; i++)
        {
            var inner = page.Nodes[i];
            if (inner.Attribute("itemprop") is not { } property || !property.Split(' ').Contains("name")) continue;
            AuthorNames.AddTo(names, inner.Attribute("content") ?? page.TextOf(inner, LongestByline));
            return;
        }
        if (node.TextLength is > 0 and <= LongestByline) AuthorNames.AddTo(names, Pieces(page, node));
    }

    // The text with a bar wherever one block, or one of several sibling elements, ends: what follows is another name, or no name.
    private static string Pieces(Page page, PageNode node)
    {
        var text = new StringBuilder();
        for (var i = node.Index; i < node.End; i++)
        {
            var inner = page.Nodes[i];
            if (inner.Tag.IsNeverText() && i > node.Index)
            {
                i = inner.End - 1;
                continue;
            }
            if (i > node.Index && (inner.Tag.IsBlock() || inner.Tag is Tag.Br or Tag.Time
                || FollowsItsLike(page, inner))) text.Append(" | ");
            text.Append(inner.Text);
            if (inner.Tag == Tag.Text && inner.Parent is { } parent && parent.End == i + 1 && parent != node
                && parent.Tag.IsBlock()) text.Append(" | ");
        }
        return text.ToString();
    }

    private static bool FollowsItsLike(Page page, PageNode node)
    {
        if (node.Tag is not (Tag.Span or Tag.A)) return false;
        var before = node.PreviousSibling;
        if (before is { Tag: Tag.Text } && before.Text.IsWhiteSpace()) before = before.PreviousSibling;
        return before is not null && before.Tag == node.Tag && page.TextOf(before, 80).Contains(' ', StringComparison.Ordinal);
    }

    private sealed class Group
    {
        public List<string> Names { get; } = [];

        public int End { get; set; }
    }
}
