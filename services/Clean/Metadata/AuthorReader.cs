using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>Who wrote the article: structured data first, then meta, then the page's byline.</summary>
internal static class AuthorReader
{
    private static readonly string[] Names =
        ["author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author", "creator", "dc.contributor", "article:author_name", "cxenseparse:author", "rbauthors", "twitter:data1:author", "authors", "byline"];

    /// <summary>The names, in the order of the page.</summary>
    public static IReadOnlyList<string> Read(PageFacts facts)
    {
        var names = FromJson(facts);
        if (names.Count == 0) names = FromMeta(facts);
        if (names.Count > 0 && !IsPublisher(names, facts)) return names;
        // A site that names itself may still name a person on the page.
        var people = FromPage(facts);
        if (names.Count == 0) return people;
        return people.Count is 1 or 2 && people.TrueForAll(static person => person.AsSpan().Count(' ') is 1 or 2) ? people : names;
    }

    private static bool IsPublisher(List<string> names, PageFacts facts) =>
        names is [var only] && OtherFacts.Publisher(facts) is { } publisher && only.Equals(publisher, StringComparison.OrdinalIgnoreCase);

    private static List<string> FromJson(PageFacts facts)
    {
        foreach (var article in facts.Articles)
        {
            var names = new List<string>();
            foreach (var property in (ReadOnlySpan<string>)["author", "creator", "contributor"])
            {
                foreach (var value in article.Values(property))
                {
                    var single = value.ValueKind == System.Text.Json.JsonValueKind.Object ? value.Strings("name") : value.ValueKind == System.Text.Json.JsonValueKind.String ? [value.GetString() ?? ""] : [];
                    foreach (var name in single) AuthorNames.AddTo(names, name);
                    if (names.Count == 0 && value.ValueKind == System.Text.Json.JsonValueKind.Object && value.Text("@id") is { } id)
                    {
                        foreach (var thing in facts.Things)
                        {
                            if (thing.Is("Person") && thing.Text("@id") == id && thing.Text("name") is { } known) AuthorNames.AddTo(names, known);
                        }
                    }
                }
                if (names.Count > 0) return names;
            }
        }
        return [];
    }

    private static List<string> FromMeta(PageFacts facts)
    {
        foreach (var key in Names)
        {
            var names = new List<string>();
            foreach (var value in facts.Meta.All(key)) AuthorNames.AddTo(names, key == "citation_author" ? FirstNameFirst(value) : value);
            if (names.Count > 0) return names;
        }
        return [];
    }

    // "Lovelace, Ada", as libraries write it.
    private static string FirstNameFirst(string name)
    {
        var parts = name.Split(',', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? $"{parts[1]} {parts[0]}" : name;
    }

    private static List<string> FromPage(PageFacts facts)
    {
        var names = new List<string>();
        var nodes = facts.Page.Nodes;
        for (var pass = 0; pass < 3 && names.Count == 0; pass++)
        {
            for (var i = facts.Page.Body.Index; i < facts.Page.Body.End; i++)
            {
                var node = nodes[i];
                if (node.Tag == Tag.Text || node.Has(Marks.Comment | Marks.Related | Marks.Footer) && node.ProseLength * 2 < facts.Page.Body.ProseLength)
                {
                    i = Math.Max(i, node.End - 1);
                    continue;
                }
                var hit = pass switch
                {
                    0 => node.Attribute("itemprop") is { } property && property.Contains("author", StringComparison.OrdinalIgnoreCase),
                    1 => node.Attribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase),
                    _ => node.Has(Marks.Byline) && !node.Has(Marks.Bio | Marks.Date | Marks.Share),
                };
                if (!hit || node.TextLength is 0 or > 120) continue;
                var text = node.Attribute("content") ?? facts.Page.TextOf(node, 200);
                AuthorNames.AddTo(names, text);
                if (names.Count > 0 && pass == 2) return names;
                i = node.End - 1;
            }
        }
        if (names.Count == 0 && BylineInText.Find(facts) is { } line) AuthorNames.AddTo(names, line);
        return names;
    }
}
