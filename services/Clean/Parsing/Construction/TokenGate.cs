using System.Collections.Frozen;
using AngleSharp.Common;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>
/// Stands between the tokenizer and the tree construction. It ends the parse when the budget is spent, keeps templates out
/// (what is in them is no part of the page until a script takes it), and tags that would open more elements at once than the
/// tree construction, which looks through all of them at every tag, can stand.
/// </summary>
/// <param name="factory">What makes the document.</param>
/// <param name="budget">What the page may cost.</param>
internal sealed class TokenGate(PageFactory factory, Budget budget)
{
    /// <summary>Pages have two or three tokens to an element.</summary>
    private const int TokensPerElement = 10;

    /// <summary>More are open than the tree is deep: it grows no deeper than it may, whatever stays open.</summary>
    private const int OpenPerLevel = 4;

    // They close at once, or what is in them is text.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlwaysOpened = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "iframe", "img", "input", "link", "meta", "noembed", "noframes", "param", "plaintext", "script",
        "source", "style", "textarea", "title", "track", "wbr", "xmp",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly int _mostTokens = budget.Options.MaxElements * TokensPerElement;
    private readonly int _mostOpen = budget.Options.MaxDepth * OpenPerLevel;
    private int _tokens;
    private int _templates;
    private int _unopened;

    /// <summary>Whether there were more tokens than are let through.</summary>
    public bool IsOver => _tokens > _mostTokens;

    /// <summary>Whether there were tags that would have opened more elements at once than are let through.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Lets a token through, or not.</summary>
    public TokenConsumptionResult Pass(ref StructHtmlToken token, TokenConsumer next)
    {
        budget.Step();
        if (++_tokens > _mostTokens) return TokenConsumptionResult.Stop;
        if (!IsLeftOut(ref token)) next(ref token);
        return TokenConsumptionResult.Continue;
    }

    private bool IsLeftOut(ref StructHtmlToken token)
    {
        if (!token.IsTag) return _templates > 0;
        var isStart = token.Type == HtmlTokenType.StartTag;
        return IsTemplate(token.Name, isStart) || _templates > 0 || IsBeyond(token.Name, isStart);
    }

    private bool IsTemplate(StringOrMemory name, bool isStart)
    {
        if (name.Length != 8 || !name.Memory.Span.SequenceEqual("template")) return false;
        if (isStart) _templates++;
        else if (_templates > 0) _templates--;
        return true;
    }

    /// <summary>Whether a tag would open one element too many, or ends one that was not opened.</summary>
    private bool IsBeyond(StringOrMemory name, bool isStart)
    {
        if (!isStart)
        {
            if (_unopened == 0) return false;
            _unopened--;
            return true;
        }
        if (factory.Document is not { } document || document.OpenElements < _mostOpen || AlwaysOpened.Contains(name.Memory.Span)) return false;
        _unopened++;
        IsTooDeep = true;
        return true;
    }
}
