using FsCheck.Xunit;
using Ingestion.Contracts;
using Ingestion.Publish.Pages;
using Xunit;

namespace Ingestion.Unit.Tests.Publish;

public sealed class PageViewsTests
{
    [Fact]
    public void The_ledger_is_grouped_by_rule_and_action_the_largest_first()
    {
        var groups = RemovalLedgerView.Groups(
            [Removal("slip", RemovalAction.Repaired, 2, 3), Removal("menu", RemovalAction.Removed, 10, 1), Removal("slip", RemovalAction.Repaired, 5, 1),
             Removal("slip", RemovalAction.Removed, 1, 1)]);

        Assert.Equal(
            [("menu", RemovalAction.Removed, 1L, 10L), ("slip", RemovalAction.Repaired, 4L, 7L), ("slip", RemovalAction.Removed, 1L, 1L)],
            groups.Select(group => (group.Rule, group.Action, group.Count, group.Characters)));
    }

    [Property]
    public bool A_bar_never_leaves_its_chart(ushort startedAfter, ushort milliseconds, ushort rest)
    {
        var (left, width) = TimelineChart.Bar(startedAfter, milliseconds, Math.Max(1, startedAfter + milliseconds + rest));
        return left >= 0 && width > 0 && left + width <= 100.0001;
    }

    [Fact]
    public void A_bar_begins_and_ends_where_its_stage_did() => Assert.Equal((25, 50), TimelineChart.Bar(10, 20, 40));

    private static Removal Removal(string rule, RemovalAction action, int characters, int count) => new()
    {
        Rule = rule,
        Action = action,
        Where = "line 1",
        Characters = characters,
        Count = count,
        Hash = "0123456789abcdef",
        Excerpt = "…",
        Confidence = 1,
    };
}
