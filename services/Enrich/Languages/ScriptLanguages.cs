using System.Collections.Frozen;
using Ingestion.Enrich.Scripts;

namespace Ingestion.Enrich.Languages;

/// <summary>Which languages are looked for in a script. Where there is one, the script alone tells it.</summary>
internal static class ScriptLanguages
{
    private static readonly FrozenDictionary<WritingSystem, string[]> Table = new Dictionary<WritingSystem, string>
    {
        [WritingSystem.Latin] =
            "af az bs ca cs cy da de en eo es et eu fi fr ga hr hu id is it la lg lt lv mi ms nb nl nn om pl pt ro sk sl sn so sq st " +
            "sv sw tl tn tr ts vi xh yo zu",
        [WritingSystem.Cyrillic] = "be bg kk mk mn ru sr uk",
        [WritingSystem.Arabic] = "ar fa ur",
        [WritingSystem.Devanagari] = "hi mr",
        [WritingSystem.Ethiopic] = "am ti",
        [WritingSystem.Greek] = "el",
        [WritingSystem.Armenian] = "hy",
        [WritingSystem.Hebrew] = "he",
        [WritingSystem.Bengali] = "bn",
        [WritingSystem.Gurmukhi] = "pa",
        [WritingSystem.Gujarati] = "gu",
        [WritingSystem.Oriya] = "or",
        [WritingSystem.Tamil] = "ta",
        [WritingSystem.Telugu] = "te",
        [WritingSystem.Kannada] = "kn",
        [WritingSystem.Malayalam] = "ml",
        [WritingSystem.Sinhala] = "si",
        [WritingSystem.Thai] = "th",
        [WritingSystem.Lao] = "lo",
        [WritingSystem.Tibetan] = "bo",
        [WritingSystem.Myanmar] = "my",
        [WritingSystem.Georgian] = "ka",
        [WritingSystem.Khmer] = "km",
        [WritingSystem.Han] = "zh",
        [WritingSystem.Kana] = "ja",
        [WritingSystem.Hangul] = "ko",
    }.ToFrozenDictionary(x => x.Key, x => x.Value.Split(' '));

    /// <summary>The languages, as BCP 47 tags; none for a script that is not known.</summary>
    public static IReadOnlyList<string> Of(WritingSystem system) => Table.GetValueOrDefault(system, []);
}
