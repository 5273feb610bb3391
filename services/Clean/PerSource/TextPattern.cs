using System.Text.RegularExpressions;

namespace Ingestion.Clean.PerSource;

/// <summary>Regular expressions that strangers write: linear in the text, bounded in size.</summary>
internal static class TextPattern
{
    /// <summary>The largest automaton, in nodes, that a pattern may need: nested repetitions multiply.</summary>
    private const int LargestAutomaton = 10_000;

    // The runtime's own switch; it reads it with each expression that it builds.
    static TextPattern() => AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", LargestAutomaton);

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking, or is too large.</exception>
    public static Regex Compile(string text) => new(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
