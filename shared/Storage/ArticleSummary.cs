namespace Ingestion.Storage;

/// <summary>What a list shows of a published article.</summary>
/// <param name="Title">The title.</param>
/// <param name="Language">The language, a BCP 47 tag.</param>
/// <param name="WordsKept">Words of the body.</param>
/// <param name="WordsRemoved">Words of the page that are not in the body.</param>
public sealed record ArticleSummary(string Title, string Language, int WordsKept, int WordsRemoved);
