using System.Text;
using Ingestion.Contracts;
using Ingestion.Hosting.Access;
using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Polling.Opml;
using Ingestion.Ingest.Push;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Polling.Api;

/// <summary>Lists of feeds in and out.</summary>
internal static class OpmlEndpoints
{
    private const int PageSize = 500;

    private static readonly string[] MediaTypes = [OpmlDocument.MediaType, "text/xml", "application/xml"];

    public static void MapOpml(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("/v1/feeds.opml").WithTags("Feeds").RequireWriteAccess();

        feeds.MapGet("", WriteAsync)
            .WithName("ExportFeeds")
            .WithSummary("All feeds as OPML 2.0")
            .Produces<string>(StatusCodes.Status200OK, OpmlDocument.MediaType);

        feeds.MapPost("", ReadAsync)
            .Accepts<string>(MediaTypes[0], MediaTypes[1..])
            .WithName("ImportFeeds")
            .WithSummary("Set up the feeds of an OPML list")
            .WithDescription("Each becomes a source of its own, named for its title. A feed that some source has already is left as it is.")
            .Produces<IReadOnlyList<ImportedFeed>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    public static async Task<IResult> WriteAsync(IFeedStore feeds, CancellationToken cancellationToken)
    {
        var all = new List<PolledFeed>();
        IReadOnlyList<PolledFeed> page;
        do
        {
            page = await feeds.ListAsync(all.Count > 0 ? all[^1].SourceId : null, PageSize, cancellationToken);
            all.AddRange(page);
        }
        while (page.Count == PageSize);
        return Results.Bytes(
            Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{OpmlDocument.Write(all)}\n"), $"{OpmlDocument.MediaType}; charset=utf-8", "feeds.opml");
    }

    private static async Task<IResult> ReadAsync(
        HttpRequest request, OpmlImport import, IOptions<IngestOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var type = request.GetTypedHeaders().ContentType?.MediaType.Value;
        if (!MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return Problems.UnsupportedType($"'{request.ContentType}' is not taken here: send OPML as {string.Join(", ", MediaTypes)}.", "Content-Type");
        var body = await BodyReader.ReadAsync(request, options.Value.MaxBodyBytes, options.Value.BodyTimeout, cancellationToken);
        if (body.Problem is { } problem) return problem;
        try
        {
            var list = OpmlDocument.Read(new MemoryStream(body.Content));
            return Results.Json(await import.RunAsync(list, clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken), IngestionJson.Options);
        }
        catch (OpmlException e)
        {
            return Problems.Malformed($"The body is no OPML. {e.Message}");
        }
    }
}
