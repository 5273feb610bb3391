namespace Ingestion.Clean.Metadata;

/// <summary>Who wrote the article: structured data first, then meta, then the page's byline.</summary>
internal static class AuthorReader
{
    private static readonly string[] Names =
        [
            "citation_author", "citation_authors", "author", "article:author", "og:article:author", "parsely-author",
            "sailthru.author", "dc.creator", "dcterms.creator", "byl", "creator",
            "dc.contributor", "article:author_name", "cxenseparse:author", "rbauthors", "dcsext.author", "authors", "byline",
        ];

    /// <summary>The names, in the order of the page.</summary>
    public static IReadOnlyList<string> Read(PageFacts facts)
    {
        var names = FromJson(facts);
        if (names.Count == 0) names = FromMeta(facts);
        if (names.Count > 1 && facts.Meta.First("og:site_name") is { } site) names.RemoveAll(name =>
            name.Equals(site, StringComparison.OrdinalIgnoreCase));
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
                    var single = value.ValueKind == System.Text.Json.JsonValueKind.Object ? value.Strings("name")
                        : value.ValueKind == System.Text.Json.JsonValueKind.String ? [value.GetString() ?? ""] : [];
                    foreach (var name in single) AuthorNames.AddTo(names, name);
                    if (names.Count == 0 && value.ValueKind == System.Text.Json.JsonValueKind.Object && value.Text("@id") is { } id)
                    {
                        foreach (var thing in facts.Things)
                        {
                            if (thing.Is("Person") && thing.Text("@id") == id
                                && thing.Text("name") is { } known) AuthorNames.AddTo(names, known);
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
            foreach (var value in facts.Meta.All(key))
            {
                if (!IsSoftware(value, facts)) AuthorNames.AddTo(names, key.StartsWith("citation", StringComparison.Ordinal)
                    ? FirstNameFirst(value) : value);
            }
            if (names.Count > 0) return names;
        }
        return FromCard(facts);
    }

    // The makers of a forum's software leave their own name in its template.
    private static bool IsSoftware(string author, PageFacts facts) =>
        facts.Meta.First("generator") is { } generator && generator.Split([' ', '!', '/'])[0] is { Length: > 3 } product
            && author.StartsWith(product, StringComparison.OrdinalIgnoreCase);

    // Labels and values of a Twitter card: "Written by", "Ada Lovelace".
    private static List<string> FromCard(PageFacts facts)
    {
        var names = new List<string>();
        foreach (var (label, data) in (ReadOnlySpan<(string, string)>)[("twitter:label1", "twitter:data1"), ("twitter:label2",
            "twitter:data2")])
        {
            if (facts.Meta.First(label) is { } text && facts.Meta.First(data) is { } value
                && AuthorWords.IsLabel(text)) AuthorNames.AddTo(names, value);
        }
        return names;
    }

    // "Lovelace, Ada", as libraries write it.
    private static string FirstNameFirst(string name)
    {
        var parts = name.Split(',', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? $"{parts[1]} {parts[0]}" : name;
    }

    private static List<string> FromPage(PageFacts facts)
    {
        var names = BylineOnPage.Find(facts);
        if (names.Count == 0) names = BylineInText.Find(facts);
        return names.Count > 0 ? names : [.. ChineseByline.Find(facts)];
    }
}
