using System.Text.RegularExpressions;
using Ingestion.Clean.Selectors;
using Ingestion.Contracts;

namespace Ingestion.Clean.PerSource;

/// <summary>Checks a source's rules and makes them ready; every error names its rule, what is wrong, and what to do.</summary>
internal sealed partial class SourceRulesCompiler
{
    private const int MaxRules = 100;
    private const int MaxLength = 500;

    private readonly Dictionary<string, string[]> _errors = [];
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SourceRulesCompiler()
    {
    }

    /// <summary>Compiles rules; null if they are not valid.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="revision">The revision of the source at which they last changed.</param>
    /// <param name="errors">What is wrong, by place: "remove[2].selector".</param>
    public static CompiledSourceRules? TryCompile(SourceRules rules, long revision, out IReadOnlyDictionary<string, string[]> errors)
    {
        var compiler = new SourceRulesCompiler();
        errors = compiler._errors;
        if (rules.IsEmpty()) return CompiledSourceRules.None;
        if (rules.Remove.Count + rules.Keep.Count > MaxRules)
            compiler.Add("rules", $"has {rules.Remove.Count + rules.Keep.Count} rules, more than the {MaxRules} allowed.");
        var compiled = new CompiledSourceRules
        {
            Revision = revision,
            Remove = compiler.Rules("remove", rules.Remove),
            Keep = compiler.Rules("keep", rules.Keep),
            Title = compiler.Selector("titleSelector", "The title selector", rules.TitleSelector),
            Date = compiler.Selector("dateSelector", "The date selector", rules.DateSelector),
            Attributes = compiler._attributes,
        };
        return errors.Count == 0 ? compiled : null;
    }

    private List<CompiledRule> Rules(string list, IReadOnlyList<SourceRule> rules)
    {
        var compiled = new List<CompiledRule>();
        for (var i = 0; i < rules.Count; i++)
        {
            var (place, rule) = ($"{list}[{i}]", rules[i]);
            if (rule is null)
            {
                Add(place, "is null: give an object with a name and a selector or a pattern.");
                continue;
            }
            var called = $"The rule '{rule.Name}'";
            if (!NameForm().IsMatch(rule.Name))
                Add($"{place}.name", $"'{rule.Name}' is no name of a rule: 1 to 64 of a-z, 0-9 and the hyphen, such as promo-box.");
            else if (!_names.Add(rule.Name)) Add($"{place}.name", $"'{rule.Name}' is the name of two rules: the ledger could not tell them apart.");
            if (rule.Selector is null == rule.Pattern is null)
                Add(place, $"{called} needs either a selector or a pattern{(rule.Selector is null ? "" : ", and has both")}.");
            else compiled.Add(new CompiledRule(
                rule.Name, Selector($"{place}.selector", called, rule.Selector), Pattern($"{place}.pattern", called, rule.Pattern)));
        }
        return compiled;
    }

    private Selector? Selector(string place, string called, string? text)
    {
        if (text is null || !IsOfLength(place, called, text)) return null;
        try
        {
            var selector = Selectors.Selector.Parse(text);
            _attributes.UnionWith(selector.Attributes);
            return selector;
        }
        catch (SelectorSyntaxException e)
        {
            Add(place, $"{called} has a selector that cannot be used, '{text}': {e.Message}");
            return null;
        }
    }

    private Regex? Pattern(string place, string called, string? text)
    {
        if (text is null || !IsOfLength(place, called, text)) return null;
        try
        {
            return TextPattern.Compile(text);
        }
        catch (ArgumentException e)
        {
            Add(place, $"{called} has a pattern that is no regular expression, '{text}': {e.Message}");
        }
        catch (NotSupportedException)
        {
            Add(place, $"{called} has a pattern that cannot be run in linear time, '{text}': do without lookarounds, backreferences, "
                + "atomic groups and very large repetitions.");
        }
        return null;
    }

    private bool IsOfLength(string place, string called, string text)
    {
        if (text.Length is > 0 and <= MaxLength) return true;
        Add(place, text.Length == 0 ? $"{called} has an empty text here." : $"{called} has {text.Length} characters here, more than the {MaxLength} allowed.");
        return false;
    }

    private void Add(string place, string error) => _errors[place] = _errors.TryGetValue(place, out var earlier) ? [.. earlier, error] : [error];

    [GeneratedRegex("^[a-z0-9-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
