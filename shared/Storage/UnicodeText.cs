using System.Text;

namespace Ingestion.Storage;

/// <summary>Folds text for comparing.</summary>
internal static class UnicodeText
{
    /// <summary>Compatibility forms folded (NFKC) and lower case. A lone surrogate, which cannot be normalised, becomes U+FFFD.</summary>
    public static string Fold(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Append(rune);
        return valid.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }
}
