using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Polling.Opml;
using Ingestion.Ingest.Sources;

namespace Ingestion.Ingest.Pages;

/// <summary>POST /sources/import: sets up the feeds of a list, and shows what became of each.</summary>
internal static class ImportForm
{
    public static async Task<IResult> HandleAsync(
        HttpRequest request, OpmlImport import, SourceListing listing, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        var file = form.Files.GetFile("file");
        try
        {
            if (file is null || file.Length == 0) throw new OpmlException("No file came.");
            await using var content = file.OpenReadStream();
            var imported = await import.RunAsync(OpmlDocument.Read(content), clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken);
            return await SourceListPage.AnswerAsync(null, null, Result(imported), listing, clock, cancellationToken);
        }
        catch (OpmlException e)
        {
            var error = new SetupError(StatusCodes.Status400BadRequest, "The list cannot be read", $"{file?.FileName} is no OPML. {e.Message}");
            return await SourceListPage.AnswerAsync(null, error, default, listing, clock, cancellationToken);
        }
    }

    private static Html Result(IReadOnlyList<ImportedFeed> imported) => Html.Of($"""
        <div class="done" role="status">
        <p>{Numbers.Count(imported.Count(feed => feed.Outcome == "added"))} added, {Numbers.Count(imported.Count(feed => feed.Outcome == "known"))} known already, {Numbers.Count(imported.Count(feed => feed.Outcome == "refused"))} refused.</p>
        <ul>{Html.Join(imported.Where(feed => feed.Outcome == "refused").Select(feed => Html.Of($"<li>{feed.Url}: {feed.Error}</li>")))}</ul>
        </div>
        """);
}
