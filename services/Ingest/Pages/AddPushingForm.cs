using Ingestion.Hosting.Pages;
using Ingestion.Ingest.Sources;

namespace Ingestion.Ingest.Pages;

/// <summary>POST /sources/record: makes the record of a source that pushes.</summary>
internal static class AddPushingForm
{
    public static async Task<IResult> HandleAsync(
        HttpRequest request, SourceControl records, SourceListing listing, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        var id = form["id"].ToString().Trim();
        return await records.EnsureAsync(id, form["name"], cancellationToken) is { } error
            ? await SourceListPage.AnswerAsync(null, error, default, listing, clock, cancellationToken)
            : new SeeOther($"{SourcePages.Of(id)}?done=made");
    }
}
