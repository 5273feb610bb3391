using Ingestion.Storage;

namespace Ingestion.Hosting.Sources;

/// <summary>What may be the id of a source that is set up, whichever way that is done.</summary>
public static class SourceId
{
    /// <summary>
    /// What is wrong with an id; null if nothing is. It stands in the paths of the API and the pages as one segment, so it has no slash;
    /// one that was sent as %2F arrives as that, since a path is not decoded where that would make other segments of it.
    /// </summary>
    public static string? Error(string id)
    {
        if (string.IsNullOrWhiteSpace(id)) return "is empty: a source needs an id, such as gazette.";
        if (id.Length > Source.MaxIdLength) return $"'{id}' has {id.Length} characters, more than the {Source.MaxIdLength} allowed.";
        if (id.Contains('/') || id.Contains("%2F", StringComparison.OrdinalIgnoreCase))
            return $"'{id}' cannot be the id of a source that is set up: it has a slash, and ids stand in paths. Take another character, such as a hyphen.";
        if (id is "." or "..") return $"'{id}' cannot be the id of a source that is set up: in a path it means another place.";
        return id != id.Trim() || id.Any(char.IsControl)
            ? $"'{id}' cannot be the id of a source that is set up: it has a control character, or a blank at its ends."
            : null;
    }
}
