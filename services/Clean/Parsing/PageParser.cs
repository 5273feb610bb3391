using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ingestion.Contracts;

namespace Ingestion.Clean.Parsing;

/// <summary>Parses a page within its budgets: whatever the bytes are, it comes back in time with what could be read.</summary>
internal static class PageParser
{
    private static readonly HashSet<string> KeptAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "alt", "aria-hidden", "aria-label", "bgcolor", "charset", "cite", "class", "color", "colspan", "content", "data-component",
        "data-lazy-src", "data-original", "data-src", "data-srcset", "data-testid", "data-type", "datetime", "headers", "height", "hidden",
        "href", "hreflang", "http-equiv", "id", "itemprop", "itemscope", "itemtype", "lang", "name", "property", "rel", "role", "rowspan",
        "scope", "size", "src", "srcset", "start", "style", "title", "type", "value", "width", "xml:lang", "data-author", "data-date",
        "data-timestamp", "data-published", "pubdate", "typeof",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptLookup =
        KeptAttributes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Parses a source.</summary>
    /// <param name="source">The markup.</param>
    /// <param name="options">The budgets.</param>
    /// <param name="attributes">Attributes to keep beside those that the general rules ask for.</param>
    /// <param name="repairText">Puts one run of text right; its second argument is the element that it stands in.</param>
    public static Page Parse(string source, CleanOptions options, IReadOnlySet<string> attributes, Func<string, PageNode, string> repairText)
    {
        var warnings = new List<Warning>();
        if (source.Length > options.MaxCharacters)
        {
            warnings.Add(new Warning("budget-bytes", $"The page has {source.Length} characters; only the first {options.MaxCharacters} were read."));
            source = source[..options.MaxCharacters];
        }
        var trimmed = SourceTrimmer.Trim(source);
        var document = Parse(trimmed.Html, options, attributes, warnings);
        return new TreeBuilder(repairText).Build(document, trimmed, warnings);
    }

    private static IDocument Parse(string source, CleanOptions options, IReadOnlySet<string> attributes, List<Warning> warnings)
    {
        var budget = new ParseBudget(options.MaxElements, options.MaxParseTime);
        IDocument? seen = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = options.MaxDepth,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            IsAcceptingCustomElementsEverywhere = true,
            ShouldEmitAttribute = (ref token, name) => KeptLookup.Contains(name.Span) || (attributes.Count > 0 && attributes.Contains(name.ToString())),
            OnCreated = (element, _) =>
            {
                seen ??= element.Owner;
                budget.Spend();
            },
        });
        try
        {
            return parser.ParseDocument(source);
        }
        catch (ParseBudgetException over) when (seen is not null)
        {
            warnings.Add(new Warning(over.Code, over.Message));
            return seen;
        }
    }
}
