using AngleSharp.Common;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>
/// Stands between the tokenizer and the tree construction. It ends the parse when the budget is spent, and keeps templates
/// out: what is in them is no part of the page until a script takes it.
/// </summary>
/// <param name="budget">What the page may cost.</param>
/// <param name="mostTokens">Tokens that are let through.</param>
internal sealed class TokenGate(Budget budget, int mostTokens)
{
    private int _tokens;
    private int _templates;

    /// <summary>Whether there were more tokens than are let through.</summary>
    public bool IsOver => _tokens > mostTokens;

    /// <summary>Lets a token through, or not.</summary>
    public TokenConsumptionResult Pass(ref StructHtmlToken token, TokenConsumer next)
    {
        budget.Step();
        if (++_tokens > mostTokens) return TokenConsumptionResult.Stop;
        if (token.IsTag && IsTemplate(token.Name))
        {
            if (token.Type == HtmlTokenType.StartTag) _templates++;
            else if (_templates > 0) _templates--;
        }
        else if (_templates == 0)
        {
            next(ref token);
        }
        return TokenConsumptionResult.Continue;
    }

    private static bool IsTemplate(StringOrMemory name) => name.Length == 8 && name.Memory.Span.SequenceEqual("template");
}
