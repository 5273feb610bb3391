using System.ComponentModel;
using Ingestion.Hosting;
using Ingestion.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Ingestion.Publish.Reading;

/// <summary>The query parameters of <see cref="ReaderFilter"/>. They are taken as text, so that every error is ours to word.</summary>
internal sealed record ReaderParameters
{
    private const int LongestText = 200;
    private const int MostTerms = 32;

    [FromQuery(Name = "source"), Description("Only from this source.")]
    public string? Source { get; init; }

    [FromQuery(Name = "language"), Description("Only in this language, a BCP 47 primary tag such as zh.")]
    public string? Language { get; init; }

    [FromQuery(Name = "topic"), Description("Only about this topic: one of the article's own tags, or its section. Case and width do not matter.")]
    public string? Topic { get; init; }

    /// <summary>The filter they ask for; what is wrong with them is added to the errors.</summary>
    public ReaderFilter ToFilter(QueryErrors errors, string? search = null) => new(
        Bounded("source", Source, errors), ReadLanguage(errors),
        Bounded("topic", Topic, errors) is { } topic ? ArticleTopics.Normalise(topic) : null, ReadSearch(search, errors));

    private string? ReadLanguage(QueryErrors errors)
    {
        if (string.IsNullOrWhiteSpace(Language)) return null;
        if (Language.Length is 2 or 3 && Language.All(char.IsAsciiLetter)) return Language.ToLowerInvariant();
        errors.Add("language", Language, "a BCP 47 primary tag of two or three letters, such as zh or en.");
        return null;
    }

    private static string? ReadSearch(string? search, QueryErrors errors)
    {
        if (Bounded("search", search, errors) is not { } text) return null;
        if (SearchTerms.OfQuery(text).Count <= MostTerms) return text;
        errors.Add("search", search, $"at most {MostTerms} words; of Chinese, Japanese and Korean text at most {MostTerms} characters.");
        return null;
    }

    private static string? Bounded(string name, string? value, QueryErrors errors)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length <= LongestText) return value.Trim();
        errors.Add(name, value, $"at most {LongestText} characters.");
        return null;
    }
}
