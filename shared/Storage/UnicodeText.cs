using System.Text;

namespace Ingestion.Storage;

/// <summary>Folds text for comparing.</summary>
internal static class UnicodeText
{
    /// <summary>
    /// Compatibility forms folded (NFKC) and lower case. A lone surrogate and U+FFFE, which .NET refuses to normalise, become U+FFFD.
    /// </summary>
    public static string Fold(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        return valid.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }
}
