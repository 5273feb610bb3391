using System.Text.Json;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Ninjs;

/// <summary>What one field of a news item may hold.</summary>
internal sealed class NinjsRule
{
    private readonly Action<JsonElement, string, PushErrors> _check;

    private NinjsRule(Action<JsonElement, string, PushErrors> check) => _check = check;

    /// <summary>Anything.</summary>
    public static NinjsRule Any { get; } = new((_, _, _) => { });

    /// <summary>Text.</summary>
    public static NinjsRule Text { get; } = new((value, path, errors) => Require(value, JsonValueKind.String, "text", path, errors));

    /// <summary>A number.</summary>
    public static NinjsRule Number { get; } = new((value, path, errors) => Require(value, JsonValueKind.Number, "a number", path, errors));

    /// <summary>An object.</summary>
    public static NinjsRule Object { get; } = new((value, path, errors) => Require(value, JsonValueKind.Object, "an object", path, errors));

    /// <summary>A URI or a reference to one: nothing that has blanks or nothing in it.</summary>
    public static NinjsRule Uri { get; } = new((value, path, errors) =>
    {
        if (!Require(value, JsonValueKind.String, "a URI", path, errors)) return;
        var uri = value.GetString()!;
        if (uri.Length == 0 || uri.Any(char.IsWhiteSpace)) errors.Add(path, $"'{uri}' is not a URI (RFC 3986).");
    });

    /// <summary>A date and time of RFC 3339.</summary>
    public static NinjsRule Time { get; } = new((value, path, errors) =>
    {
        if (!Require(value, JsonValueKind.String, "a date and time", path, errors)) return;
        if (!NinjsTime.IsValid(value.GetString()!))
            errors.Add(path, $"'{value.GetString()}' is not a date and time of RFC 3339: write 2023-03-14T08:30:00Z.");
    });

    /// <summary>News items within the item: a list since version 2, named before.</summary>
    public static NinjsRule Associations { get; } = new((value, path, errors) =>
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (i, item) in value.EnumerateArray().Index()) NinjsSchema.Check(item, $"{path}[{i}].", isOutermost: false, errors);
        }
        else if (Require(value, JsonValueKind.Object, "an array", path, errors))
        {
            foreach (var item in value.EnumerateObject()) NinjsSchema.Check(item.Value, $"{path}.{item.Name}.", isOutermost: false, errors);
        }
    });

    /// <summary>One of the words.</summary>
    public static NinjsRule OneOf(string[] words) => new((value, path, errors) =>
    {
        if (!Require(value, JsonValueKind.String, "text", path, errors)) return;
        if (!words.Contains(value.GetString())) errors.Add(path, $"'{value.GetString()}' is not one of {string.Join(", ", words)}.");
    });

    /// <summary>A list of objects.</summary>
    /// <param name="required">The field that each of them has.</param>
    /// <param name="known">The fields that they may have; null for any.</param>
    public static NinjsRule List(string? required, string? known) => new((value, path, errors) =>
    {
        if (Require(value, JsonValueKind.Array, "an array", path, errors)) CheckEach(value, path, required, known?.Split(' '), errors);
    });

    /// <summary>A list of objects since version 2, an object with names before.</summary>
    /// <param name="required">The field that each of a list has.</param>
    public static NinjsRule ListOrMap(string? required) => new((value, path, errors) =>
    {
        if (value.ValueKind == JsonValueKind.Array) CheckEach(value, path, required, null, errors);
        else Require(value, JsonValueKind.Object, "an array", path, errors);
    });

    /// <summary>Says what is wrong with a value.</summary>
    public void Check(JsonElement value, string path, PushErrors errors) => _check(value, path, errors);

    /// <summary>What a value is, for an error.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static void CheckEach(JsonElement list, string path, string? required, string[]? known, PushErrors errors)
    {
        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            if (!Require(item, JsonValueKind.Object, "an object", $"{path}[{i}]", errors)) continue;
            if (required is not null)
            {
                if (!item.TryGetProperty(required, out var value)) errors.Add($"{path}[{i}].{required}", "is missing.");
                else Require(value, JsonValueKind.String, "text", $"{path}[{i}].{required}", errors);
            }
            foreach (var field in item.EnumerateObject())
            {
                if (known is not null && !known.Contains(field.Name)) errors.Add($"{path}[{i}].{field.Name}", $"is not a field of {path}.");
            }
        }
    }

    private static bool Require(JsonElement value, JsonValueKind kind, string what, string path, PushErrors errors)
    {
        if (value.ValueKind == kind) return true;
        errors.Add(path, $"is {Describe(value)}: it has to be {what}.");
        return false;
    }
}
