using Ingestion.Contracts;

namespace Ingestion.Clean.Ledger;

/// <summary>
/// Keeps the record of everything that one run of Clean removes or repairs. It stays small on any input: what one
/// rule does over and over at one place is one entry with a count, and beyond <see cref="MaxEntries"/> entries a
/// rule's further work is counted in one entry at the place <see cref="Elsewhere"/>.
/// </summary>
internal sealed class RemovalLedger
{
    /// <summary>Places kept apart; each rule may have one entry more, for the rest.</summary>
    internal const int MaxEntries = 1000;

    /// <summary>The place of what happened after <see cref="MaxEntries"/> places were full.</summary>
    internal const string Elsewhere = "elsewhere";

    private readonly List<LedgerEntry> _entries = [];
    private readonly Dictionary<(string Rule, RemovalAction Action, string Where), LedgerEntry> _byPlace = [];

    /// <summary>The entries so far, in the order in which they began.</summary>
    public IReadOnlyList<Removal> Entries => _entries.ConvertAll(entry => entry.ToRemoval());

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

    private void Add(string rule, RemovalAction action, string where, string before, double confidence, int count)
    {
        if (!_byPlace.TryGetValue((rule, action, where), out var entry))
        {
            if (_entries.Count >= MaxEntries) where = Elsewhere;
            if (!_byPlace.TryGetValue((rule, action, where), out entry))
            {
                entry = new LedgerEntry(rule, action, where);
                _byPlace.Add((rule, action, where), entry);
                _entries.Add(entry);
            }
        }
        entry.Add(before, confidence, count);
    }
}
