using AngleSharp;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Ingestion.Clean.Parsing.Construction;
using Ingestion.Contracts;

namespace Ingestion.Clean.Parsing;

/// <summary>Parses a page within its budgets: whatever the bytes are, it comes back in time with what could be read.</summary>
internal static class PageParser
{
    /// <summary>Pages have two or three tokens to an element.</summary>
    private const int TokensPerElement = 10;

    /// <summary>Parses a source.</summary>
    /// <param name="source">The markup.</param>
    /// <param name="options">The limits.</param>
    /// <param name="budget">What of them is left.</param>
    /// <param name="attributes">Attributes to keep beside those that the general rules ask for.</param>
    /// <param name="repair">Puts texts right.</param>
    public static Page Parse(ReadOnlyMemory<char> source, CleanOptions options, Budget budget, IReadOnlySet<string> attributes, TextNodeRepair repair)
    {
        var warnings = new List<Warning>();
        if (source.Length > options.MaxCharacters)
        {
            warnings.Add(new Warning("budget-bytes", $"The page has {source.Length} characters; only the first {options.MaxCharacters} were read."));
            source = source[..options.MaxCharacters];
        }
        var trimmed = SourceTrimmer.Trim(source);
        var document = Parse(trimmed.Html, options, budget, attributes, warnings);
        return new TreeBuilder(options.MaxDepth, budget, repair).Build(document, trimmed, warnings);
    }

    private static PageDocument Parse(ReadOnlyMemory<char> source, CleanOptions options, Budget budget, IReadOnlySet<string> attributes, List<Warning> warnings)
    {
        var factory = new PageFactory(budget);
        var gate = new TokenGate(budget, options.MaxElements * TokensPerElement);
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                MaximumDepth = options.MaxDepth,
                SkipComments = true,
                SkipProcessingInstructions = true,
                DisableElementPositionTracking = true,
                IsAcceptingCustomElementsEverywhere = true,
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
        var document = factory.Document!;
        if (gate.IsOver || budget.IsOutOfElements)
            warnings.Add(new Warning("budget-nodes", $"The page has more than {options.MaxElements} elements; the rest was not read."));
        return document;
    }
}
