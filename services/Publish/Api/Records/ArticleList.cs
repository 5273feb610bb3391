namespace Ingestion.Publish.Api.Records;

/// <summary>A page of the list of articles.</summary>
/// <param name="Items">The articles, newest first by time of receipt.</param>
/// <param name="NextCursor">Asks for the page after this one; absent on the last.</param>
internal sealed record ArticleList(IReadOnlyList<ArticleListItem> Items, string? NextCursor);
