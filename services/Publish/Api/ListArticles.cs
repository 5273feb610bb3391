using Ingestion.Hosting;
using Ingestion.Contracts;
using Ingestion.Publish.Api.Records;
using Ingestion.Storage;

namespace Ingestion.Publish.Api;

/// <summary>GET /v1/articles.</summary>
internal static class ListArticles
{
    public static async Task<IResult> HandleAsync(
        [AsParameters] ListArticlesParameters parameters, ISubmissionStore submissions, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var query = parameters.ToQuery(errors);
        if (errors.Any) return errors.ToResult();
        try
        {
            var page = await submissions.ListAsync(query, cancellationToken);
            return Results.Json(new ArticleList([.. page.Items.Select(ArticleListItem.From)], page.NextCursor), IngestionJson.Options);
        }
        catch (InvalidCursorException)
        {
            errors.Add("cursor", query.Cursor, "take it from nextCursor of the page before, unchanged, or leave it out.");
            return errors.ToResult();
        }
    }
}
