using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingestion.Clean.Selectors;

/// <summary>The An+B of :nth-child (CSS Syntax Level 3, section 6).</summary>
/// <param name="Step">A.</param>
/// <param name="Offset">B.</param>
internal readonly partial record struct NthFormula(int Step, int Offset)
{
    /// <summary>Whether a place, counted from 1, is one of them.</summary>
    public bool Contains(int place) =>
        Step == 0 ? place == Offset : (place - Offset) % Step == 0 && (place - Offset) / Step >= 0;

    /// <summary>Reads "odd", "even", "3", "2n+1", "-n + 3".</summary>
    public static bool TryParse(string text, out NthFormula formula)
    {
        text = text.Trim().ToLowerInvariant();
        formula = text switch { "odd" => new NthFormula(2, 1), "even" => new NthFormula(2, 0), _ => default };
        if (formula != default) return true;
        var match = Form().Match(text);
        if (!match.Success) return false;
        var step = match.Groups["step"].Value switch
        {
            "" or "+" => match.Groups["n"].Success ? 1 : 0,
            "-" => -1,
            var digits => int.Parse(digits, CultureInfo.InvariantCulture),
        };
        var offset = match.Groups["offset"].Value.Replace(" ", "", StringComparison.Ordinal);
        formula = match.Groups["n"].Success
            ? new NthFormula(step, offset.Length == 0 ? 0 : int.Parse(offset, CultureInfo.InvariantCulture))
            : new NthFormula(0, step);
        return true;
    }

    [GeneratedRegex(@"^(?:(?<step>[+-]?\d{0,6})(?<n>n)(?:\s*(?<offset>[+-]\s*\d{1,6}))?|(?<step>[+-]?\d{1,6}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
