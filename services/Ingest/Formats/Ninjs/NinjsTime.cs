using System.Text.RegularExpressions;
using Ingestion.Contracts;

namespace Ingestion.Ingest.Formats.Ninjs;

/// <summary>Dates and times as ninjs has them: RFC 3339, with a time and an offset.</summary>
internal static partial class NinjsTime
{
    /// <summary>Whether it is one.</summary>
    public static bool IsValid(string text) => Form().IsMatch(text) && ArticleTime.TryParse(text.ToUpperInvariant(), out _);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,7})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex Form();
}
