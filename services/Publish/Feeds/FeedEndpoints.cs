using System.ComponentModel;
using System.Security.Cryptography;
using Ingestion.Hosting;
using Ingestion.Publish.Reading;
using Ingestion.Storage;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Publish.Feeds;

/// <summary>GET /v1/feed.atom, /v1/feed.rss and /v1/feed.json.</summary>
internal static class FeedEndpoints
{
    private const int Entries = 50;

    // Articles published at the same time can become visible in another order than that of their times: the last few tell the newest.
    private const int LastChanges = 64;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        foreach (var format in FeedFormat.All)
        {
            app.MapGet(
                    "/" + format.Path,
                    ([AsParameters] ReaderParameters parameters, [Description("Only those in which all these words occur.")] string? search,
                        [Description("The page before this place in the change sequence; the feed's own links name it.")] string? before,
                        HttpContext http, CancellationToken cancellationToken) =>
                        HandleAsync(format, parameters, search, before, http, cancellationToken))
                .WithName($"Read{format.Name.Split(' ')[0]}Feed")
                .WithTags("Feeds")
                .WithSummary($"Read the latest articles as {format.Name}")
                .WithDescription(
                    $"{Entries} articles a page, the one published or corrected last first, with links to the pages after it and to the WebSub "
                    + "hub. Honours If-None-Match and If-Modified-Since.")
                .Produces<string>(StatusCodes.Status200OK, format.ContentType)
                .Produces(StatusCodes.Status304NotModified)
                .ProducesValidationProblem()
                .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
                .AnswerHead();
        }
    }

    private static async Task<IResult> HandleAsync(
        FeedFormat format, ReaderParameters parameters, string? search, string? before, HttpContext http, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var filter = parameters.ToFilter(errors, search);
        var start = errors.Number("before", before, 1, long.MaxValue, 0);
        if (errors.Any) return errors.ToResult();

        var services = http.RequestServices;
        var articles = services.GetRequiredService<IArticleStore>();
        var site = services.GetRequiredService<IOptions<SiteOptions>>().Value;
        // Before the articles: what is published meanwhile is then newer than this says, and is not missed by who asks again.
        var lastModified = await LastModifiedAsync(articles, services.GetRequiredService<TimeProvider>(), cancellationToken);
        var query = filter.ToQuery(Entries, start == 0 ? null : start, includeTombstones: true);
        var found = await articles.ListAsync(query with { Limit = Entries + 1 }, cancellationToken);
        var isOnlyPage = query.Before is null && found.Count <= Entries;
        var page = new FeedPage
        {
            SiteName = site.Name,
            Root = site.RootFor(http.Request),
            Filter = filter,
            Before = query.Before,
            Articles = [.. found.Take(Entries)],
            NextBefore = found.Count > Entries ? found[Entries - 1].Sequence : null,
            PreviousBefore = await articles.FindPageBeforeAsync(query, cancellationToken),
            LastBefore = isOnlyPage ? null : await articles.FindPageBeforeAsync(query with { Before = 0 }, cancellationToken),
            Hub = services.GetService<FeedHub>(),
        };
        http.Response.Headers.Append(HeaderNames.Link, $"<{page.Self(format)}>; rel=\"self\"");
        if (page.HubUrl is { } hub) http.Response.Headers.Append(HeaderNames.Link, $"<{hub}>; rel=\"hub\"");
        http.Response.Headers.CacheControl = "no-cache";
        var body = format.Write(page);
        return Results.Bytes(
            body, format.ContentType + "; charset=utf-8", lastModified: lastModified,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\""));
    }

    /// <summary>
    /// When anything at all changed last: a correction takes an article out of a topic's feed, and nothing that is left in it would
    /// say so. Null, so that only the entity tag counts, where there is nothing yet and where the second is not over
    /// (RFC 9110, 8.8.2.2: the date must not be the same before and after a change).
    /// </summary>
    private static async Task<DateTimeOffset?> LastModifiedAsync(IArticleStore articles, TimeProvider clock, CancellationToken cancellationToken)
    {
        var last = await articles.ReadLastSequenceAsync(cancellationToken);
        var changes = await articles.ReadChangesAsync(Math.Max(0, last - LastChanges), LastChanges, cancellationToken);
        if (changes.Count == 0) return null;
        var newest = changes.Max(change => change.ChangedAt);
        return clock.GetUtcNow() - newest < TimeSpan.FromSeconds(2) ? null : newest;
    }
}
