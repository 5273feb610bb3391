using System.Net;
using System.Text;
using System.Text.Json;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// Reads JSON-LD as pages really carry it: arrays, @graph and nested things are laid flat, and JSON that is broken in
/// the usual ways (raw line breaks in strings, comment or CDATA wrappers, entities, a comma too many) is put right first.
/// Source: JSON-LD 1.1, https://www.w3.org/TR/json-ld11/.
/// </summary>
internal static class JsonLdReader
{
    private const int MostThings = 400;
    private const int LongestScript = 2_000_000;
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>All things of all scripts, in order: an outer thing before those in it.</summary>
    public static IReadOnlyList<JsonElement> Read(IReadOnlyList<ReadOnlyMemory<char>> scripts)
    {
        var things = new List<JsonElement>();
        foreach (var script in scripts)
        {
            if ((Parse(script) ?? Salvage(script.Span)) is { } root) Collect(root, things);
        }
        return things;
    }

    private static JsonElement? Parse(ReadOnlyMemory<char> script)
    {
        var text = script.Trim();
        if (text.Length is < 2 or > LongestScript) return null;
        return TryParse(text) ?? TryParse(Repair(text.Span).AsMemory()) ?? TryParse(Repair(WebUtility.HtmlDecode(script.ToString())).AsMemory());
    }

    private static JsonElement? TryParse(ReadOnlyMemory<char> json)
    {
        try
        {
            return JsonDocument.Parse(json, Options).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Lone surrogates.
            return null;
        }
    }

    // Of JSON that is beyond repair, braces astray or a property cut in half, the facts that stand in strings.
    private static JsonElement? Salvage(ReadOnlySpan<char> script)
    {
        if (script.IndexOf("Article") < 0 && script.IndexOf("BlogPosting") < 0) return null;
        var facts = new Dictionary<string, string> { ["@type"] = "Article" };
        foreach (var property in (ReadOnlySpan<string>)["headline", "datePublished", "dateModified", "description"])
        {
            if (StringOf(script, property) is { Length: > 0 } value) facts[property] = value;
        }
        return facts.Count > 1 ? JsonSerializer.SerializeToElement(facts) : null;
    }

    private static string? StringOf(ReadOnlySpan<char> script, string property)
    {
        var at = script.IndexOf($"\"{property}\"");
        if (at < 0) return null;
        var rest = script[(at + property.Length + 2)..].TrimStart();
        if (rest.IsEmpty || rest[0] != ':' || rest[1..].TrimStart() is not ['"', .. var value]) return null;
        var end = 0;
        while (end < value.Length && value[end] != '"' && value[end] != '\n') end += value[end] == '\\' ? 2 : 1;
        return end > 0 && end < value.Length ? value[..end].ToString() : null;
    }

    private static string Repair(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAny('{', '[');
        var end = text.LastIndexOfAny('}', ']');
        // "[CDATA[" holds a bracket of its own.
        if (text.IndexOf("CDATA[") is var cdata and >= 0 && start < cdata)
        {
            start = cdata + 6;
            if (text.LastIndexOf("]]") is var close && close > start) end = text[..close].LastIndexOfAny('}', ']');
        }
        if (start < 0 || end <= start) return "";
        var repaired = new StringBuilder(text.Length);
        var inString = false;
        for (var i = start; i <= end; i++)
        {
            var c = text[i];
            if (inString && c == '\\' && i < end)
            {
                var next = text[i + 1];
                if (next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u') repaired.Append(c).Append(next);
                else repaired.Append(next is '\n' or '\r' ? ' ' : next);
                i++;
                continue;
            }
            if (c == '"')
            {
                if (inString && !EndsString(text[(i + 1)..])) repaired.Append('\\');
                else inString = !inString;
            }
            if (c < ' ') repaired.Append(inString ? " " : c is '\n' or '\r' or '\t' ? " " : "");
            else if (char.IsSurrogate(c) && !IsPaired(text, i)) repaired.Append('\uFFFD');
            else repaired.Append(c);
        }
        return repaired.ToString();
    }

    /// <summary>A quote inside a string ends it only if what follows goes on as JSON.</summary>
    private static bool EndsString(ReadOnlySpan<char> after)
    {
        after = after.TrimStart();
        return after.IsEmpty || after[0] is ',' or ':' or '}' or ']';
    }

    private static bool IsPaired(ReadOnlySpan<char> text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static void Collect(JsonElement root, List<JsonElement> things)
    {
        var queue = new Queue<JsonElement>();
        queue.Enqueue(root);
        while (queue.TryDequeue(out var element) && things.Count < MostThings)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) queue.Enqueue(item);
                continue;
            }
            if (element.ValueKind != JsonValueKind.Object) continue;
            things.Add(element);
            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "hasPart" or "itemListElement" or "review" or "subjectOf")
                    queue.Enqueue(property.Value);
            }
        }
    }
}
