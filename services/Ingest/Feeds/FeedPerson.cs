using System.Text.RegularExpressions;

namespace Ingestion.Ingest.Feeds;

/// <summary>A person that a feed names.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Url">The person's page.</param>
internal sealed partial record FeedPerson(string? Name, string? Email = null, string? Url = null)
{
    /// <summary>The person as the feed wrote it, where that was one text.</summary>
    public string? Written { get; private init; }

    /// <summary>Reads "name", "address", "address (name)", "name (address)" and "name &lt;address&gt;"; null for nothing.</summary>
    public static FeedPerson? Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0) return null;
        var match = Address().Match(text);
        if (!match.Success) return new FeedPerson(text) { Written = text };
        var name = text.Remove(match.Index, match.Length).Replace("()", "", StringComparison.Ordinal)
            .Replace("<>", "", StringComparison.Ordinal).Trim();
        if (name.Length > 1 && name[0] == '(' && name[^1] == ')') name = name[1..^1].Trim();
        return new FeedPerson(name.Length == 0 ? null : name, match.Groups[1].Value) { Written = text };
    }

    /// <summary>As it was written, else the name with the address behind it.</summary>
    public override string ToString() => Written ?? (Name, Email) switch
    {
        (null, _) => Email ?? Url ?? "",
        (_, null) => Name,
        _ => $"{Name} ({Email})",
    };

    [GeneratedRegex(@"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")]
    private static partial Regex Address();
}
