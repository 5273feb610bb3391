using System.Collections.Frozen;
using System.Text.Json;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Ninjs;

/// <summary>
/// The rules of ninjs 1.x, 2.x and 3.x together. The names tell the generations apart (versioncreated, versionCreated), so a name that
/// none of them has is an error: misspelt, or an extension, which is taken where the item's standard names a schema of its own.
/// </summary>
internal static class NinjsSchema
{
    private const string StandardName = "ninjs";
    private const string StandardHost = "iptc.org";
    private const string AssociationName = "name"; // what an item is to the one that it is associated with

    private static readonly string[] Types = ["text", "audio", "video", "picture", "graphic", "composite", "component", "event",
        "planning"];
    private static readonly string[] Statuses = ["usable", "withheld", "canceled"];
    private static readonly string[] Completeness = ["full", "partial", "complete", "incomplete"];

    private static readonly NinjsRule Texts = NinjsRule.List("value",
        "role contenttype contentType charcount charCount wordcount wordCount value");
    private static readonly NinjsRule Concepts = NinjsRule.List(null, null);
    private static readonly NinjsRule Renditions = NinjsRule.ListOrMap("name");

    private static readonly FrozenDictionary<string, NinjsRule> Rules = new Dictionary<string, NinjsRule>(StringComparer.Ordinal)
    {
        ["uri"] = NinjsRule.Uri,
        ["type"] = NinjsRule.OneOf(Types),
        ["mimetype"] = NinjsRule.Text,
        ["representationtype"] = NinjsRule.OneOf(Completeness),
        ["representationType"] = NinjsRule.OneOf(Completeness),
        ["profile"] = NinjsRule.Text,
        ["version"] = NinjsRule.Text,
        ["firstcreated"] = NinjsRule.Time,
        ["firstCreated"] = NinjsRule.Time,
        ["versioncreated"] = NinjsRule.Time,
        ["versionCreated"] = NinjsRule.Time,
        ["contentcreated"] = NinjsRule.Time,
        ["contentCreated"] = NinjsRule.Time,
        ["embargoed"] = NinjsRule.Time,
        ["embargoedUntil"] = NinjsRule.Time,
        ["expires"] = NinjsRule.Time,
        ["pubstatus"] = NinjsRule.OneOf(Statuses),
        ["pubStatus"] = NinjsRule.OneOf(Statuses),
        ["urgency"] = NinjsRule.Number,
        ["charcount"] = NinjsRule.Number,
        ["wordcount"] = NinjsRule.Number,
        ["copyrightholder"] = NinjsRule.Text,
        ["copyrightHolder"] = NinjsRule.Text,
        ["copyrightnotice"] = NinjsRule.Text,
        ["copyrightNotice"] = NinjsRule.Text,
        ["usageterms"] = NinjsRule.Text,
        ["usageTerms"] = NinjsRule.Text,
        ["ednote"] = NinjsRule.Text,
        ["edNote"] = NinjsRule.Text,
        ["language"] = NinjsRule.Text,
        ["title"] = NinjsRule.Text,
        ["by"] = NinjsRule.Text,
        ["byline"] = NinjsRule.Text,
        ["headline"] = NinjsRule.Text,
        ["slugline"] = NinjsRule.Text,
        ["located"] = NinjsRule.Text,
        ["descriptions"] = Texts,
        ["bodies"] = Texts,
        ["headlines"] = Texts,
        ["person"] = Concepts,
        ["people"] = Concepts,
        ["organisation"] = Concepts,
        ["organisations"] = Concepts,
        ["place"] = Concepts,
        ["places"] = Concepts,
        ["subject"] = Concepts,
        ["subjects"] = Concepts,
        ["event"] = Concepts,
        ["events"] = NinjsRule.Any,
        ["object"] = Concepts,
        ["objects"] = Concepts,
        ["infosource"] = Concepts,
        ["infosources"] = Concepts,
        ["infoSources"] = Concepts,
        ["genre"] = Concepts,
        ["genres"] = Concepts,
        ["eventDetails"] = NinjsRule.Object,
        ["plannedCoverage"] = Concepts,
        ["renditions"] = Renditions,
        ["associations"] = NinjsRule.Associations,
        ["altids"] = NinjsRule.ListOrMap(null),
        ["altIds"] = Concepts,
        ["trustindicator"] = Concepts,
        ["trustindicators"] = Concepts,
        ["trustIndicators"] = Concepts,
        ["$standard"] = NinjsRule.Object,
        ["standard"] = NinjsRule.Object,
        ["$schema"] = NinjsRule.Text,
        ["rightsinfo"] = NinjsRule.Object,
        ["rightsInfo"] = NinjsRule.Object,
        ["digitalsourcetype"] = NinjsRule.Object,
        ["digitalSourceType"] = NinjsRule.Object,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Version 1 had one field for each kind of text: body_xhtml, headline_short, description_text.
    private static readonly string[] OpenPrefixes = ["body_", "headline_", "description_"];

    /// <summary>Says what is wrong with an item, by field.</summary>
    public static void Check(JsonElement item, PushErrors errors) => Check(item, "", isOutermost: true, errors);

    /// <summary>Says what is wrong with an item within another.</summary>
    internal static void Check(JsonElement item, string path, bool isOutermost, PushErrors errors)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path.Length == 0 ? "body" : path.TrimEnd('.'), $"is {NinjsRule.Describe(item)}: a news item is a JSON object.");
            return;
        }
        if (isOutermost && !item.TryGetProperty("uri", out _)) errors.Add($"{path}uri", "is missing: every news item has one.");
        var isExtended = IsExtended(item);
        foreach (var field in item.EnumerateObject())
        {
            if (Rules.TryGetValue(field.Name, out var rule)) rule.Check(field.Value, path + field.Name, errors);
            else if (Array.Exists(OpenPrefixes, prefix => field.Name.StartsWith(prefix, StringComparison.Ordinal)))
                NinjsRule.Text.Check(field.Value, path + field.Name, errors);
            else if (!isExtended && (isOutermost || field.Name != AssociationName))
                errors.Add(path + field.Name,
                    "is not a field of ninjs 1, 2 or 3. An item with fields of its own names its schema in 'standard'.");
        }
    }

    private static bool IsExtended(JsonElement item)
    {
        if (!item.TryGetProperty("standard", out var standard) && !item.TryGetProperty("$standard", out standard)) return false;
        if (standard.ValueKind != JsonValueKind.Object) return false;
        var name = standard.TryGetProperty("name", out var n) && n.ValueKind == JsonValueKind.String ? n.GetString() : null;
        var schema = standard.TryGetProperty("schema", out var s) && s.ValueKind == JsonValueKind.String ? s.GetString() : null;
        return (name is not null && !name.Equals(StandardName, StringComparison.OrdinalIgnoreCase))
            || (schema is not null && !schema.Contains(StandardHost, StringComparison.OrdinalIgnoreCase));
    }
}
