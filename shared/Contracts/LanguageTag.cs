using System.Text.RegularExpressions;

namespace Ingestion.Contracts;

/// <summary>The form of a language tag (BCP 47, RFC 5646); whether such a language exists it does not say.</summary>
public static partial class LanguageTag
{
    /// <summary>Whether a text has that form.</summary>
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
