using FsCheck.Xunit;
using Ingestion.Clean.Comparison;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Comparison;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", "", "")]
    [InlineData("a b c", "a c", "b", "")]
    [InlineData("a c", "a b c", "", "b")]
    [InlineData("a b c d", "a x c y", "b d", "x y")]
    [InlineData("a b", "b a", "a", "a")] // moved
    [InlineData("", "a", "", "a")]
    [InlineData("a a a", "a a", "a", "")]
    public void It_tells_what_went_and_what_came(string before, string after, string removed, string added)
    {
        var diff = LineDiff.Of(Split(before), Split(after));
        Assert.Equal((removed, added), (string.Join(' ', diff.Removed), string.Join(' ', diff.Added)));
    }

    [Property]
    public bool What_is_left_without_the_removed_is_what_is_left_without_the_added(byte[] before, byte[] after)
    {
        var (one, other) = (before.Select(b => $"{b % 4}").ToList(), after.Select(b => $"{b % 4}").ToList());
        var (removed, added) = LineDiff.Of(one, other);
        return one.Count - removed.Count == other.Count - added.Count && IsSubsequence(removed, one) && IsSubsequence(added, other);
    }

    [Fact]
    public void Long_texts_are_compared_without_their_order()
    {
        var before = Enumerable.Range(0, 5_000).Select(i => $"line {i}").ToList();
        var (removed, added) = LineDiff.Of(before, [.. before.AsEnumerable().Reverse(), "new"]);
        Assert.Empty(removed);
        Assert.Equal(["new"], added);
    }

    private static bool IsSubsequence(IReadOnlyList<string> part, List<string> whole)
    {
        var at = 0;
        foreach (var line in whole)
        {
            if (at < part.Count && part[at] == line) at++;
        }
        return at == part.Count;
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
