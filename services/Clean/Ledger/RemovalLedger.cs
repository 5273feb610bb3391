using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;

namespace Ingestion.Clean.Ledger;

/// <summary>Keeps the record of everything that one run of Clean removes or repairs.</summary>
internal sealed class RemovalLedger
{
    private const int ExcerptCharacters = 120;
    private readonly List<Removal> _entries = [];

    /// <summary>The entries so far, in the order in which they happened.</summary>
    public IReadOnlyList<Removal> Entries => _entries;

    /// <summary>Something was taken away.</summary>
    /// <param name="rule">The rule's id, which is also its file's name in kebab case.</param>
    /// <param name="where">A CSS-like path of the element, or "line 12" of a text.</param>
    /// <param name="before">What was there.</param>
    /// <param name="confidence">How sure the rule is, 0 to 1.</param>
    /// <param name="count">How many times at this place.</param>
    public void Removed(string rule, string where, string before, double confidence, int count = 1) =>
        Add(rule, RemovalAction.Removed, where, before, confidence, count);

    /// <summary>Something was put right. The parameters are those of <see cref="Removed"/>.</summary>
    public void Repaired(string rule, string where, string before, double confidence, int count = 1) =>
        Add(rule, RemovalAction.Repaired, where, before, confidence, count);

    private void Add(string rule, RemovalAction action, string where, string before, double confidence, int count) =>
        _entries.Add(new Removal
        {
            Rule = rule,
            Action = action,
            Where = where,
            Characters = before.Length,
            Count = count,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before)))[..16],
            Excerpt = Excerpt(before),
            Confidence = confidence,
        });

    private static string Excerpt(string before)
    {
        if (before.Length <= ExcerptCharacters) return before;
        var end = char.IsHighSurrogate(before[ExcerptCharacters - 1]) ? ExcerptCharacters - 1 : ExcerptCharacters;
        return before[..end];
    }
}
