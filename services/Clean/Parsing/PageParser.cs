using AngleSharp;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Ingestion.Clean.Parsing.Construction;
using Ingestion.Contracts;

namespace Ingestion.Clean.Parsing;

/// <summary>Parses a page within its budgets: whatever the bytes are, it comes back in time with what could be read.</summary>
internal static class PageParser
{
    /// <summary>Parses a source.</summary>
    /// <param name="source">The markup.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="attributes">Attributes to keep beside those that the general rules ask for.</param>
    /// <param name="repair">Puts texts right.</param>
    public static Page Parse(ReadOnlyMemory<char> source, Budget budget, IReadOnlySet<string> attributes, TextNodeRepair repair)
    {
        var warnings = new List<Warning>();
        var trimmed = SourceTrimmer.Trim(source);
        var document = Parse(trimmed.Html, budget, attributes, warnings);
        return new TreeBuilder(budget, repair).Build(document, trimmed, warnings);
    }

    private static PageDocument Parse(ReadOnlyMemory<char> source, Budget budget, IReadOnlySet<string> attributes, List<Warning> warnings)
    {
        var factory = new PageFactory(budget);
        var gate = new TokenGate(factory, budget);
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                MaximumDepth = budget.Options.MaxDepth,
                SkipComments = true,
                SkipProcessingInstructions = true,
                DisableElementPositionTracking = true,
                ShouldEmitAttribute = (ref token, name) => KeptAttributes.Contains(name.Span) || (attributes.Count > 0 && attributes.Contains(name.ToString())),
            },
            new BrowsingContext(new Configuration([factory])));
        try
        {
            parser.ParseDocument<PageDocument, PageNode>(new TextSource(new ReadOnlyMemoryTextSource(source)), gate.Pass);
        }
        catch (ElementBudgetException)
        {
        }
        catch (Exception fault) when (fault is NullReferenceException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // Markup that the parser library trips over: 1.10 does at "<p><select><xmp></xmp><select>".
            warnings.Add(new Warning("parser-fault", $"The parser gave up on this markup ({fault.GetType().Name}: {fault.Message}); the rest was not read."));
        }
        var document = factory.Document!;
        if (gate.IsOver || budget.IsOutOfElements)
            warnings.Add(new Warning("budget-nodes", $"The page has more than {budget.Options.MaxElements} elements; the rest was not read."));
        if (gate.IsTooDeep)
            warnings.Add(new Warning("budget-depth", "The page leaves so many elements open that those further in were left out; their text was read."));
        return document;
    }
}
