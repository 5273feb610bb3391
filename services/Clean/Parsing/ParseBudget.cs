using System.Diagnostics;

namespace Ingestion.Clean.Parsing;

/// <summary>
/// Stops the parser when a page has more elements, or takes longer, than it may. The document as far as it was
/// parsed is then the page.
/// </summary>
internal sealed class ParseBudget(int maxElements, TimeSpan maxTime)
{
    private const int ElementsPerLookAtTheClock = 512;
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _elements;

    /// <summary>Counts one element.</summary>
    /// <exception cref="ParseBudgetException">That was one too many, or it took too long.</exception>
    public void Spend()
    {
        _elements++;
        if (_elements > maxElements)
            throw new ParseBudgetException("budget-nodes", $"The page has more than {maxElements} elements; the rest was not read.");
        if (_elements % ElementsPerLookAtTheClock == 0 && Stopwatch.GetElapsedTime(_start) > maxTime)
            throw new ParseBudgetException("budget-time", $"Parsing took longer than {maxTime.TotalSeconds:0.#} s; the rest was not read.");
    }
}

/// <summary>A budget is used up.</summary>
/// <param name="code">The warning's code.</param>
/// <param name="message">The warning's text.</param>
internal sealed class ParseBudgetException(string code, string message) : Exception(message)
{
    /// <summary>The warning's code.</summary>
    public string Code { get; } = code;
}
