using System.Text;
using Ingestion.Enrich.Scripts;

namespace Ingestion.Enrich.Languages;

/// <summary>
/// Tells the language of a text: first by its script, then, where several languages share the script, by how well its
/// letter n-grams fit each of them (naive Bayes; Cavnar and Trenkle, "N-Gram-Based Text Categorization", 1994, and
/// Dunning, "Statistical Identification of Language", 1994). It would rather say <c>und</c> than guess.
/// </summary>
internal sealed class LanguageDetector(LanguageProfiles profiles)
{
    /// <summary>Letters that are read at most: more change nothing, and cost time.</summary>
    private const int MostLetters = 4000;

    /// <summary>A letter takes part in up to four n-grams, so their evidence is worth a quarter of what it adds up to.</summary>
    private const double Dependence = LanguageProfiles.LongestGram;

    /// <summary>
    /// Mean weight per n-gram below which the letters are none of the languages: codes, noise. Sentences have 110 or so,
    /// 1 in 2,000 has less than 90; random letters have 60 to 80.
    /// </summary>
    private const double LeastFit = 85;

    private const double LeastConfidence = 0.5;

    private const int LeastLetters = 8;

    /// <summary>The language of the text.</summary>
    public DetectedLanguage Detect(string text) => Detect(text, ScriptCounts.Of(text));

    /// <summary>The language of the text, whose scripts are counted already.</summary>
    public DetectedLanguage Detect(string text, ScriptCounts counts)
    {
        var (system, share) = counts.Dominant();
        var languages = ScriptLanguages.Of(system);
        return languages.Count switch
        {
            0 => DetectedLanguage.Unknown,
            1 => new DetectedLanguage(languages[0], Math.Round(share, 3)),
            _ => Compare(text, system, share, languages),
        };
    }

    private DetectedLanguage Compare(string text, WritingSystem system, double share, IReadOnlyList<string> languages)
    {
        var scores = new long[profiles.Languages.Count];
        int grams = 0, letters = 0;
        foreach (var word in Words(text, system))
        {
            grams += profiles.AddUp(word, scores);
            letters += word.Length;
            if (letters >= MostLetters) break;
        }
        if (letters < LeastLetters) return DetectedLanguage.Unknown;

        int best = -1, second = -1;
        foreach (var language in languages)
        {
            var i = profiles.Index[language];
            if (best < 0 || scores[i] > scores[best]) (best, second) = (i, best);
            else if (second < 0 || scores[i] > scores[second]) second = i;
        }
        var fit = (double)scores[best] / grams;
        if (fit < LeastFit) return DetectedLanguage.Unknown;
        var lead = (scores[best] - scores[second]) / LanguageProfiles.WeightsPerNat / Dependence;
        var confidence = Math.Round(share / (1 + Math.Exp(-lead)), 3);
        return confidence < LeastConfidence ? DetectedLanguage.Unknown : new DetectedLanguage(profiles.Languages[best], confidence);
    }

    /// <summary>
    /// The runs of letters of the writing system, composed and in lower case. Marks end a run, since the profiles were
    /// counted so.
    /// </summary>
    private static IEnumerable<string> Words(string text, WritingSystem system)
    {
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (WritingSystems.Of(rune) == system && Rune.IsLetter(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
