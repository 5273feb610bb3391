using Ingestion.Clean.PerSource;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.PerSource;

public sealed class SourceRulesCompilerTests
{
    [Theory]
    [InlineData("promo", "div >", null, "remove[0].selector", "'promo'")]
    [InlineData("promo", "p:has(a)", null, "remove[0].selector", "':has' at character 2 is not supported")]
    [InlineData("promo", null, "(unclosed", "remove[0].pattern", "'promo'")]
    [InlineData("promo", null, "(?=ahead)", "remove[0].pattern", "linear time")]
    [InlineData("promo", null, @"(a)\1", "remove[0].pattern", "linear time")]
    [InlineData("promo", null, "((a{100}){100}){100}", "remove[0].pattern", "very large repetitions")]
    [InlineData("promo", null, "", "remove[0].pattern", "empty")]
    [InlineData("promo", "a", "b", "remove[0]", "either a selector or a pattern")]
    [InlineData("promo", null, null, "remove[0]", "either a selector or a pattern")]
    [InlineData("Promo Box", "a", null, "remove[0].name", "'Promo Box'")]
    public void An_error_names_the_rule_its_place_and_what_is_wrong(string name, string? selector, string? pattern, string place, string part)
    {
        var compiled = SourceRulesCompiler.TryCompile(
            new SourceRules { Remove = [new SourceRule { Name = name, Selector = selector, Pattern = pattern }] }, 1, out var errors);

        Assert.Null(compiled);
        Assert.Contains(part, Assert.Single(errors[place]), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_told_at_once()
    {
        var rules = new SourceRules
        {
            Keep = [new SourceRule { Name = "a", Selector = "a" }, new SourceRule { Name = "a", Selector = "::before" }],
            TitleSelector = "h1 + p",
            DateSelector = new string('x', 501),
        };

        Assert.Null(SourceRulesCompiler.TryCompile(rules, 1, out var errors));
        Assert.Equal(["dateSelector", "keep[1].name", "keep[1].selector", "titleSelector"], errors.Keys.Order());
    }

    [Fact]
    public void There_may_not_be_too_many()
    {
        var rules = new SourceRules { Remove = [.. Enumerable.Range(0, 101).Select(i => new SourceRule { Name = $"r{i}", Selector = "a" })] };
        Assert.Null(SourceRulesCompiler.TryCompile(rules, 1, out var errors));
        Assert.Contains("101 rules, more than the 100", errors["rules"][0], StringComparison.Ordinal);
    }
}
