using Ingestion.Clean.PlainText;

namespace Ingestion.Clean.PerSource;

/// <summary>Applies a source's patterns to the lines of a plain text, before any general rule; its selectors say nothing about one.</summary>
internal static class SourceLineRules
{
    /// <summary>Cuts out what always goes, and marks the lines that always stay.</summary>
    public static void Apply(TextLines lines, CompiledSourceRules rules)
    {
        foreach (var rule in rules.Remove)
        {
            if (rule.Pattern is not { } pattern) continue;
            foreach (var i in lines.Filled())
            {
                foreach (var match in pattern.Matches(lines[i].Text).Where(match => match.Length > 0).Reverse())
                    lines.Cut(i, match.Index, match.Length, rule.Id, confidence: 1);
            }
        }
        foreach (var rule in rules.Keep)
        {
            if (rule.Pattern is not { } pattern) continue;
            foreach (var i in lines.Filled())
            {
                if (pattern.IsMatch(lines[i].Text)) lines.Keep(i);
            }
        }
    }
}
