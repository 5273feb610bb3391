namespace Ingestion.Clean.PlainText;

/// <summary>Rule <c>before-title</c>: navigation, breadcrumbs and the like above the headline.</summary>
internal static class BeforeTitle
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "before-title";

    /// <summary>Takes away what stands above the headline, but not the lines that say something about the article.</summary>
    public static void RemoveFrom(TextLines lines, int title)
    {
        foreach (var i in lines.Filled().TakeWhile(i => i < title).ToList())
        {
            if (InfoLine.Read(lines[i].Text) is null)
                lines.Remove(i, Rule, Boilerplate.Matches(lines[i].Text) || Breadcrumb.LastStep(lines[i].Text) is not null ? 0.97 : 0.8);
        }
    }
}
