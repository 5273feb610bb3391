using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>The answer where no article is.</summary>
internal static class MissingArticle
{
    public static IResult Answer(string id) => ErrorPage.Answer(
        StatusCodes.Status404NotFound, "No such article", $"No article has the id “{id}”. It may have been mistyped: an id has 26 characters.",
        Html.Of($"""<a href="/">All articles</a>"""));
}
