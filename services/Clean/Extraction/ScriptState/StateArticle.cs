namespace Ingestion.Clean.Extraction.ScriptState;

/// <summary>An article as the state of a page's scripts holds it.</summary>
/// <param name="Title">The title of the object that holds it, or of one around it; null if they have none.</param>
/// <param name="Html">Its body as markup, not sanitised.</param>
/// <param name="Length">How much text that is, see <see cref="Parsing.TextMeasure"/>.</param>
internal sealed record StateArticle(string? Title, string Html, int Length)
{
    /// <summary>The better of its title and the page's, which may have the site's name and section behind it.</summary>
    public string TitleFor(string page) =>
        Title is not null && (page.Length == 0 || page.StartsWith(Title, StringComparison.OrdinalIgnoreCase)) ? Title : page;
}
