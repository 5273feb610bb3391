using System.Text.Json;

namespace Ingestion.Clean.Metadata;

/// <summary>Questions to one JSON-LD thing. Whoever wrote it may have put a string, an object or an array of them anywhere.</summary>
internal static class JsonLdThing
{
    /// <summary>Whether its type is an article of some kind.</summary>
    public static bool IsArticle(this JsonElement thing) => thing.Types().Any(static type =>
        type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("BlogPosting", StringComparison.OrdinalIgnoreCase)
        || type is "Report" or "OpinionNewsArticle" or "LiveBlogPosting" or "SocialMediaPosting" or "DiscussionForumPosting" or "Recipe"
            or "CreativeWork" or "Review" or "NewsStory" or "BackgroundNewsArticle" or "HowTo");

    /// <summary>Whether its type is one of these.</summary>
    public static bool Is(this JsonElement thing, params ReadOnlySpan<string> names)
    {
        foreach (var type in thing.Types())
        {
            foreach (var name in names)
            {
                if (type.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }
        return false;
    }

    /// <summary>Its types, without a schema.org prefix.</summary>
    public static IEnumerable<string> Types(this JsonElement thing)
    {
        foreach (var type in thing.Strings("@type"))
        {
            var slash = type.LastIndexOf('/');
            yield return slash < 0 ? type : type[(slash + 1)..];
        }
    }

    /// <summary>The first text of a property: a string, a number, or an object's name, @value, url or @id.</summary>
    public static string? Text(this JsonElement thing, string property) => thing.Strings(property).FirstOrDefault();

    /// <summary>All texts of a property.</summary>
    public static IEnumerable<string> Strings(this JsonElement thing, string property)
    {
        foreach (var value in thing.Values(property))
        {
            if (TextOf(value) is { Length: > 0 } text) yield return text;
        }
    }

    /// <summary>All values of a property; an array is laid flat.</summary>
    public static IEnumerable<JsonElement> Values(this JsonElement thing, string property)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(property, out var value)) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return value;
            yield break;
        }
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Array)
            {
                foreach (var inner in item.EnumerateArray()) yield return inner;
            }
            else
            {
                yield return item;
            }
        }
    }

    private static string? TextOf(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return SafeString(value);
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Object:
                foreach (var key in (ReadOnlySpan<string>)["name", "@value", "url", "@id"])
                {
                    if (value.TryGetProperty(key, out var inner) && inner.ValueKind == JsonValueKind.String) return SafeString(inner);
                }
                return null;
            default:
                return null;
        }
    }

    private static string? SafeString(JsonElement value)
    {
        try
        {
            return value.GetString()?.Trim();
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a surrogate pair.
            return null;
        }
    }
}
