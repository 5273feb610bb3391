using System.ComponentModel;
using Ingestion.Contracts;
using Ingestion.Hosting;
using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>The API about subscriptions, for the operator and for subscribers.</summary>
internal static class SubscriptionEndpoints
{
    private const int MaxLimit = 200;
    private const int DefaultLimit = 50;

    public static void MapSubscriptions(this IEndpointRouteBuilder app)
    {
        var subscriptions = app.MapGroup("/v1/subscriptions").WithTags("Subscriptions").AddEndpointFilter<SubscriberAccess>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        subscriptions.MapPost("", CreateAsync).Accepts<SubscriptionBody>("application/json")
            .WithName("CreateSubscription").WithSummary("Subscribe by webhook")
            .WithDescription(
                "Every change that the filter takes is posted to the endpoint, signed after Standard Webhooks, in order per article, at least "
                + "once; webhook-id is the same over all attempts. The answer has the secret to check signatures with.")
            .Produces<SubscriptionContent>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        subscriptions.MapGet("", ListAsync).WithName("ListSubscriptions").WithSummary("List subscriptions")
            .Produces<SubscriptionList>().ProducesValidationProblem();
        subscriptions.MapGet("/{id}", ReadAsync).WithName("ReadSubscription").WithSummary("Read a subscription and how its sending stands")
            .Produces<SubscriptionContent>().ProducesProblem(StatusCodes.Status404NotFound);
        subscriptions.MapPut("/{id}", ChangeAsync).Accepts<SubscriptionBody>("application/json")
            .WithName("ChangeSubscription").WithSummary("Change name, endpoint, format, filter and limits")
            .Produces<SubscriptionContent>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        subscriptions.MapDelete("/{id}", DeleteAsync).WithName("DeleteSubscription").WithSummary("End a subscription")
            .WithDescription("What was delivered stays on record as proof; what was not is not sent any more.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        subscriptions.MapGet("/{id}/secret", ReadSecretAsync).WithName("ReadSubscriptionSecret").WithSummary("Read the secret to check signatures with")
            .Produces<SubscriptionContent>().ProducesProblem(StatusCodes.Status404NotFound);
        subscriptions.MapPost("/{id}/rotate", RotateAsync).WithName("RotateSubscriptionSecret").WithSummary("Make a new secret")
            .WithDescription("Deliveries are signed with the new one and, for 24 hours, with the old one too.")
            .Produces<SubscriptionContent>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        subscriptions.MapPost("/{id}/pause", PauseAsync).WithName("PauseSubscription").WithSummary("Stop sending, and keep what happens")
            .Produces<SubscriptionContent>().ProducesProblem(StatusCodes.Status404NotFound);
        subscriptions.MapPost("/{id}/resume", ResumeAsync).WithName("ResumeSubscription").WithSummary("Send again")
            .WithDescription("Also after it was disabled. pending=send sends what was kept meanwhile, pending=skip does not, but for withdrawals.")
            .Produces<SubscriptionContent>().ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        subscriptions.MapPost("/{id}/test", TestAsync).WithName("TestSubscription").WithSummary("Send a test event once, and see the answer")
            .Produces<AttemptContent>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext http, SubscriptionChecks checks, SubscriptionMaker maker, CancellationToken cancellationToken)
    {
        var caller = SubscriptionCaller.Of(http);
        var (body, problem) = await JsonBody.ReadAsync<SubscriptionBody>(http.Request, cancellationToken);
        if (body is null) return problem!;
        var errors = await checks.OfNewAsync(body, caller, cancellationToken);
        if (errors.Count > 0) return SubscriptionProblems.Fields(errors);
        var added = await maker.AddAsync(body, caller.SubscriberId ?? body.Subscriber, cancellationToken);
        http.Response.Headers.Location = $"/v1/subscriptions/{added.Id}";
        return Json(SubscriptionContent.WithSecret(added), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        [Description("The last id of the page before: its next.")] string? after,
        [Description("Subscriptions on a page, 1 to 200; 50 unless told otherwise.")] string? limit,
        ISubscriptionStore subscriptions, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var most = (int)errors.Number("limit", limit, 1, MaxLimit, DefaultLimit);
        if (errors.Any) return errors.ToResult();
        var found = await subscriptions.ListAsync(
            SubscriptionCaller.Of(http).SubscriberId, string.IsNullOrEmpty(after) ? null : after, most + 1, cancellationToken);
        var page = found.Take(most).ToList();
        return Json(new SubscriptionList([.. page.Select(s => SubscriptionContent.From(s))], found.Count > most ? page[^1].Id : null));
    }

    private static Task<IResult> ReadAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, IDispatchStore dispatches, IDeliveryStore deliveries,
        CancellationToken cancellationToken) =>
        WithOwnAsync(id, http, subscriptions, async subscription => Json(SubscriptionContent.From(
            subscription, await dispatches.FindAsync(id, cancellationToken), (await deliveries.CountAsync([id], cancellationToken))[id])));

    private static async Task<IResult> ChangeAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, SubscriptionMaker maker, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<SubscriptionBody>(http.Request, cancellationToken);
        if (body is null) return problem!;
        var errors = SubscriptionChecks.OfChange(body);
        if (errors.Count > 0) return SubscriptionProblems.Fields(errors);
        return await WithOwnAsync(id, http, subscriptions, async subscription =>
            subscription.Transport == Transport.WebSub
                ? SubscriptionProblems.Conflict("A subscription by WebSub", "Its subscriber changes it, by subscribing again at the hub.")
                : await maker.ChangeAsync(subscription, body, cancellationToken) is { } changed
                    ? Json(SubscriptionContent.From(changed))
                    : SubscriptionProblems.Changed(id));
    }

    private static Task<IResult> DeleteAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, CancellationToken cancellationToken) =>
        WithOwnAsync(id, http, subscriptions, async _ =>
        {
            await subscriptions.DeleteAsync(id, cancellationToken);
            return Results.NoContent();
        });

    private static Task<IResult> ReadSecretAsync(string id, HttpContext http, ISubscriptionStore subscriptions) =>
        WithOwnAsync(id, http, subscriptions, subscription => Task.FromResult(Json(SubscriptionContent.WithSecret(subscription))));

    private static Task<IResult> RotateAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, SubscriptionMaker maker, CancellationToken cancellationToken) =>
        WithOwnAsync(id, http, subscriptions, async subscription =>
            subscription.Transport == Transport.WebSub
                ? SubscriptionProblems.Conflict("A subscription by WebSub", "Its secret is the subscriber's own, changed by subscribing again.")
                : await maker.RotateAsync(subscription, cancellationToken) is { } rotated
                    ? Json(SubscriptionContent.WithSecret(rotated))
                    : SubscriptionProblems.Changed(id));

    private static Task<IResult> PauseAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, SubscriptionStates states, CancellationToken cancellationToken) =>
        WithOwnAsync(id, http, subscriptions, async _ => Answer(id, await states.PauseAsync(id, cancellationToken)));

    private static async Task<IResult> ResumeAsync(
        string id, HttpContext http, [Description("send (the default) or skip.")] string? pending,
        ISubscriptionStore subscriptions, SubscriptionStates states, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        if (pending is not (null or "" or "send" or "skip")) errors.Add("pending", pending, "one of send, skip.");
        if (errors.Any) return errors.ToResult();
        return await WithOwnAsync(
            id, http, subscriptions, async _ => Answer(id, await states.ResumeAsync(id, pending == "skip", cancellationToken)));
    }

    private static Task<IResult> TestAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, TestSend test, CancellationToken cancellationToken) =>
        WithOwnAsync(id, http, subscriptions, async subscription =>
            Json(AttemptContent.From((await test.SendAsync(subscription, cancellationToken)).Log)));

    /// <summary>Does something with a subscription that is the caller's; another's is not there for it.</summary>
    internal static async Task<IResult> WithOwnAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, Func<Subscription, Task<IResult>> work) =>
        await subscriptions.FindAsync(id, http.RequestAborted) is { } subscription && SubscriptionCaller.Of(http).Owns(subscription.SubscriberId)
            ? await work(subscription)
            : SubscriptionProblems.NoSuchSubscription(id);

    private static IResult Answer(string id, Subscription? subscription) =>
        subscription is null ? SubscriptionProblems.NoSuchSubscription(id) : Json(SubscriptionContent.From(subscription));

    private static IResult Json<T>(T value, int statusCode = StatusCodes.Status200OK) =>
        Results.Json(value, IngestionJson.Options, statusCode: statusCode);
}
