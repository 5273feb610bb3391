namespace Ingestion.Clean.Selectors;

/// <summary>A condition on an attribute's value: <c>[href^="https:"]</c>.</summary>
/// <param name="symbol">The operator: = alone, or what stands before it.</param>
/// <param name="wanted">The value.</param>
/// <param name="comparison">How they are compared.</param>
internal sealed class AttributeTest(char symbol, string wanted, StringComparison comparison)
{
    /// <summary>What may stand before the = of an operator.</summary>
    public const string Symbols = "~|^$*";

    /// <summary>Whether the value, null where the attribute is absent, meets the condition.</summary>
    public bool Matches(string? value)
    {
        if (value is null) return false;
        return symbol switch
        {
            '~' => HasWord(value, wanted, comparison),
            '|' => value.Equals(wanted, comparison) || value.StartsWith(wanted + "-", comparison),
            // Nothing begins with, ends with or has an empty string (Selectors Level 4, section 6.2).
            '^' => wanted.Length > 0 && value.StartsWith(wanted, comparison),
            '$' => wanted.Length > 0 && value.EndsWith(wanted, comparison),
            '*' => wanted.Length > 0 && value.Contains(wanted, comparison),
            _ => value.Equals(wanted, comparison),
        };
    }

    /// <summary>Whether a word stands in a list of words separated by blanks.</summary>
    public static bool HasWord(string? words, string word, StringComparison comparison)
    {
        if (words is null || word.Length == 0) return false;
        for (var from = words.IndexOf(word, comparison); from >= 0; from = words.IndexOf(word, from + 1, comparison))
        {
            var end = from + word.Length;
            if ((from == 0 || char.IsWhiteSpace(words[from - 1])) && (end == words.Length || char.IsWhiteSpace(words[end]))) return true;
        }
        return false;
    }
}
