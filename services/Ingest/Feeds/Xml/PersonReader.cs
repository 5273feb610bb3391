using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Reads a person: Atom's parts, or a text in one of RSS's ways.</summary>
internal static class PersonReader
{
    /// <summary>Adds the person of an element, if it names one.</summary>
    public static void Read(MarkupElement element, List<FeedPerson> people)
    {
        var person = ReadParts(element) ?? FeedPerson.Parse(TextReader.Raw(element));
        if (person is not null && !people.Contains(person)) people.Add(person);
    }

    private static FeedPerson? ReadParts(MarkupElement element)
    {
        var name = Part(element, "name", "foaf:name", "itunes:name");
        var email = Part(element, "email", "itunes:email");
        var url = Part(element, "uri", "url", "homepage");
        return name is null && email is null && url is null ? null : new FeedPerson(name, email, url);
    }

    private static string? Part(MarkupElement element, params ReadOnlySpan<string> keys)
    {
        foreach (var child in element.Elements)
        {
            if (keys.Contains(child.Key) && child.Text().Trim() is { Length: > 0 } text) return text;
        }
        return null;
    }
}
