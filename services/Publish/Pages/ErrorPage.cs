using Ingestion.Publish.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>The page for what went wrong.</summary>
internal static class ErrorPage
{
    public static IResult NoSuchArticle(string id) => PageLayout.Answer("No such article", Body(
        404, "No such article", $"No article has the id “{id}”. It may have been mistyped: an id has 26 characters."), StatusCodes.Status404NotFound);

    public static Html Body(int statusCode, string title, string? detail) => Html.Of($"""
        <div class="notice">
        <p class="status">{statusCode}</p>
        <h1>{title}</h1>
        <p>{detail}</p>
        <p><a href="/">All articles</a></p>
        </div>
        """);
}
