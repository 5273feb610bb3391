using System.ComponentModel;
using Ingestion.Hosting;
using Ingestion.Contracts;
using Ingestion.Publish.Api;
using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>The API about deliveries.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder app)
    {
        var deliveries = app.MapGroup("/v1").WithTags("Deliveries").AddEndpointFilter<SubscriberAccess>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        deliveries.MapGet("/subscriptions/{id}/deliveries", ListAsync).WithName("ListDeliveries").WithSummary("List a subscription's deliveries")
            .Produces<DeliveryList>().ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        deliveries.MapGet("/subscriptions/{id}/deliveries/{deliveryId}", ReadAsync).WithName("ReadDelivery")
            .WithSummary("Read a delivery with the log of its attempts")
            .Produces<DeliveryContent>().ProducesProblem(StatusCodes.Status404NotFound);
        deliveries.MapPost("/subscriptions/{id}/deliveries/{deliveryId}/redeliver", RedeliverAsync).WithName("Redeliver")
            .WithSummary("Send a delivery again").WithDescription("With the same webhook-id, and a schedule of its own.")
            .Produces<DeliveryContent>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        deliveries.MapPost("/subscriptions/{id}/redeliver", RecoverAsync).WithName("RecoverDeliveries")
            .WithSummary("Send everything again that failed since an instant")
            .WithDescription("But for articles of which a later change was delivered: they would take the receiver back.")
            .Produces<RecoverAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        deliveries.MapGet("/articles/{id}/deliveries", ProveAsync).WithName("ReadArticleDeliveries")
            .WithSummary("Who got which version of an article, and who has acknowledged its withdrawal")
            .WithDescription("The operator sees everybody, a subscriber itself.")
            .Produces<ArticleDeliveries>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        string id, HttpContext http,
        [Description("Only in this state: pending, delivered, failed or skipped.")] string? state,
        [Description("next of the page before.")] string? before,
        [Description("Deliveries on a page, 1 to 200; 50 unless told otherwise.")] string? limit,
        ISubscriptionStore subscriptions, IDeliveryStore deliveries, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var query = new DeliveryQuery
        {
            SubscriptionId = id,
            State = ReadState(state, errors),
            Before = string.IsNullOrEmpty(before) ? null : errors.Number("before", before, 1, long.MaxValue, 1),
            Limit = (int)errors.Number("limit", limit, 1, DeliveryQuery.MaxLimit, 50),
        };
        if (errors.Any) return errors.ToResult();
        return await SubscriptionEndpoints.WithOwnAsync(id, http, subscriptions, async _ =>
        {
            var found = await deliveries.ListAsync(query with { Limit = query.Limit + 1 }, cancellationToken);
            var page = found.Take(query.Limit).ToList();
            return Json(new DeliveryList([.. page.Select(DeliveryContent.From)], found.Count > query.Limit ? page[^1].Sequence : null));
        });
    }

    private static Task<IResult> ReadAsync(
        string id, string deliveryId, HttpContext http, ISubscriptionStore subscriptions, IDeliveryStore deliveries,
        CancellationToken cancellationToken) =>
        WithOwnAsync(id, deliveryId, http, subscriptions, deliveries, delivery => Task.FromResult(Json(DeliveryContent.From(delivery))), cancellationToken);

    private static Task<IResult> RedeliverAsync(
        string id, string deliveryId, HttpContext http, ISubscriptionStore subscriptions, IDeliveryStore deliveries, Redelivery redelivery,
        CancellationToken cancellationToken) =>
        WithOwnAsync(id, deliveryId, http, subscriptions, deliveries, async delivery =>
            await redelivery.RedeliverAsync(delivery, cancellationToken) is var (again, title, detail) && again is not null
                ? Json(DeliveryContent.From(again), StatusCodes.Status202Accepted)
                : SubscriptionProblems.Conflict(title!, detail!), cancellationToken);

    private static async Task<IResult> RecoverAsync(
        string id, HttpContext http, [Description("An ISO 8601 instant, such as 2026-03-14T08:30:00Z.")] string? since,
        ISubscriptionStore subscriptions, Redelivery redelivery, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var instant = errors.Instant("since", since);
        if (string.IsNullOrEmpty(since)) errors.Add("since", since, $"it has to be {IsoInstant.Allowed}.");
        if (errors.Any) return errors.ToResult();
        return await SubscriptionEndpoints.WithOwnAsync(id, http, subscriptions, async _ => Json(
            new RecoverAnswer(await redelivery.RecoverAsync(id, instant!.Value, cancellationToken)), StatusCodes.Status202Accepted));
    }

    private static async Task<IResult> ProveAsync(
        string id, HttpContext http, ISubmissionStore submissions, DeliveryProof proof, CancellationToken cancellationToken)
    {
        if (!ArticleId.IsWellFormed(id) || (await submissions.ListVersionsAsync(id, cancellationToken)).Count == 0) return Problems.NoSuchArticle(id);
        return Json(new ArticleDeliveries(id, await proof.ReadAsync(id, SubscriptionCaller.Of(http), cancellationToken)));
    }

    private static Task<IResult> WithOwnAsync(
        string id, string deliveryId, HttpContext http, ISubscriptionStore subscriptions, IDeliveryStore deliveries,
        Func<Delivery, Task<IResult>> work, CancellationToken cancellationToken) =>
        SubscriptionEndpoints.WithOwnAsync(id, http, subscriptions, async _ =>
            await deliveries.FindAsync(deliveryId, cancellationToken) is { } delivery && delivery.SubscriptionId == id
                ? await work(delivery)
                : SubscriptionProblems.NoSuchDelivery(id, deliveryId));

    private static DeliveryState? ReadState(string? state, QueryErrors errors)
    {
        if (string.IsNullOrEmpty(state)) return null;
        if (Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known)) return known;
        errors.Add("state", state, "one of pending, delivered, failed, skipped.");
        return null;
    }

    private static IResult Json<T>(T value, int statusCode = StatusCodes.Status200OK) =>
        Results.Json(value, IngestionJson.Options, statusCode: statusCode);
}
