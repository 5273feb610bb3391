using System.Buffers;

namespace Ingestion.Clean.PlainText;

/// <summary>Rule <c>underline</c>: a line of nothing but strokes, under a headline or between parts.</summary>
internal static class Underline
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "underline";

    private static readonly SearchValues<char> Strokes = SearchValues.Create("-=_*~— ");

    /// <summary>Whether the line is one.</summary>
    public static bool Matches(string line) => line.Length >= 3 && !line.AsSpan().ContainsAnyExcept(Strokes);
}
