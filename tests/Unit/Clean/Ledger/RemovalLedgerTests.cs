using Ingestion.Clean.Ledger;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Ledger;

public class RemovalLedgerTests
{
    private readonly RemovalLedger _ledger = new();

    [Fact]
    public void An_entry_says_what_was_there()
    {
        _ledger.Removed("a-rule", "line 3", "abc", 0.5);
        var entry = Assert.Single(_ledger.Entries);
        Assert.Equal(("a-rule", RemovalAction.Removed, "line 3", 3, 1, "abc", 0.5), (entry.Rule, entry.Action, entry.Where, entry.Characters, entry.Count, entry.Excerpt, entry.Confidence));
        Assert.Equal("ba7816bf8f01cfea", entry.Hash);
    }

    [Fact]
    public void The_same_rule_at_the_same_place_is_one_entry()
    {
        _ledger.Removed("a-rule", "line 3", "abc", 0.9, count: 2);
        _ledger.Removed("a-rule", "line 3", "de", 0.7);
        _ledger.Repaired("a-rule", "line 3", "f", 1);
        _ledger.Removed("a-rule", "line 4", "g", 1);
        Assert.Equal([(5, 3, 0.7), (1, 1, 1), (1, 1, 1)], _ledger.Entries.Select(entry => (entry.Characters, entry.Count, entry.Confidence)));
        Assert.Equal("abc de", _ledger.Entries[0].Excerpt);
    }

    [Fact]
    public void It_stays_small_and_loses_no_count()
    {
        for (var i = 0; i < 5000; i++) _ledger.Removed("a-rule", $"line {i}", "x", 1);
        Assert.Equal(RemovalLedger.MaxEntries + 1, _ledger.Entries.Count);
        Assert.Equal(5000, _ledger.Entries.Sum(entry => entry.Count));
        Assert.Equal(RemovalLedger.Elsewhere, _ledger.Entries[^1].Where);
    }

    [Fact]
    public void An_excerpt_ends_between_characters()
    {
        _ledger.Removed("a-rule", "line 1", new string('x', 119) + "😀 and more", 1);
        Assert.Equal(new string('x', 119), _ledger.Entries[0].Excerpt);
    }
}
