namespace Ingestion.Clean.Pruning.Lines;

/// <summary>
/// The phrases of lines that are no part of any article, in the languages of the news. They are the text files of the
/// folder Phrases: to add a phrase, write it into the file whose first line says what shall happen.
/// </summary>
internal static class BoilerplatePhrases
{
    private static readonly PhraseList Whole = PhraseList.Load("whole-line");
    private static readonly PhraseList Section = PhraseList.Load("section");
    private static readonly PhraseList Start = PhraseList.Load("line-start");
    private static readonly PhraseList ShortStart = PhraseList.Load("line-start-short");
    private static readonly PhraseList Inside = PhraseList.Load("in-line");

    /// <summary>Whether a line, in lower case, is boilerplate as a whole.</summary>
    public static bool IsWhole(string line) => Whole.Is(line);

    /// <summary>Whether a line, in lower case, heads links to other articles.</summary>
    public static bool IsSection(string line) => Section.Is(line);

    /// <summary>Whether a line, in lower case, begins like boilerplate.</summary>
    public static bool Starts(string line) => Start.Begins(line);

    /// <summary>Whether a line, in lower case, begins like boilerplate if it is no running text.</summary>
    public static bool StartsShort(string line) => ShortStart.Begins(line);

    /// <summary>Whether a line, in lower case, says anywhere what only boilerplate says.</summary>
    public static bool Holds(string line) => Inside.IsIn(line);
}
