using System.ComponentModel;
using Ingestion.Contracts;
using Ingestion.Hosting;
using Ingestion.Hosting.Access;
using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>The API about subscribers, for the operator.</summary>
internal static class SubscriberEndpoints
{
    private const int MaxLimit = 200;
    private const int DefaultLimit = 50;
    private const int MaxNameLength = 200;

    public static void MapSubscribers(this IEndpointRouteBuilder app)
    {
        var subscribers = app.MapGroup("/v1/subscribers").WithTags("Subscribers").RequireWriteAccess();

        subscribers.MapGet("", ListAsync).WithName("ListSubscribers").WithSummary("List the subscribers")
            .Produces<SubscriberList>().ProducesValidationProblem();
        subscribers.MapGet("/{id}", ReadAsync).WithName("ReadSubscriber").WithSummary("Read a subscriber")
            .Produces<SubscriberContent>().ProducesProblem(StatusCodes.Status404NotFound);
        subscribers.MapPut("/{id}", SaveAsync).Accepts<SubscriberBody>("application/json")
            .WithName("SaveSubscriber").WithSummary("Set up a subscriber, or rename it")
            .Produces<SubscriberContent>().Produces<SubscriberContent>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        subscribers.MapDelete("/{id}", DeleteAsync).WithName("DeleteSubscriber").WithSummary("Delete a subscriber with its subscriptions and tokens")
            .WithDescription("What was delivered stays on record as proof.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        subscribers.MapPost("/{id}/tokens", CreateTokenAsync).Accepts<SubscriberTokenBody>("application/json")
            .WithName("CreateSubscriberToken").WithSummary("Make a bearer token for a subscriber")
            .WithDescription("The answer is the only place where the token is shown. Several hold at once: make the next, switch, delete the old.")
            .Produces<CreatedSubscriberToken>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        subscribers.MapDelete("/{id}/tokens/{tokenId}", DeleteTokenAsync)
            .WithName("DeleteSubscriberToken").WithSummary("Delete a token").WithDescription("It is refused at once.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [Description("The last id of the page before: its next.")] string? after,
        [Description("Subscribers on a page, 1 to 200; 50 unless told otherwise.")] string? limit,
        ISubscriberStore subscribers, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var most = (int)errors.Number("limit", limit, 1, MaxLimit, DefaultLimit);
        if (errors.Any) return errors.ToResult();
        var found = await subscribers.ListAsync(string.IsNullOrEmpty(after) ? null : after, most + 1, cancellationToken);
        var page = found.Take(most).ToList();
        return Json(new SubscriberList([.. page.Select(SubscriberContent.From)], found.Count > most ? page[^1].Id : null));
    }

    private static async Task<IResult> ReadAsync(string id, ISubscriberStore subscribers, CancellationToken cancellationToken) =>
        await subscribers.FindAsync(id, cancellationToken) is { } subscriber
            ? Json(SubscriberContent.From(subscriber))
            : SubscriptionProblems.NoSuchSubscriber(id);

    private static async Task<IResult> SaveAsync(
        string id, HttpRequest request, ISubscriberStore subscribers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<SubscriberBody>(request, cancellationToken);
        if (body is null) return problem!;
        var errors = Errors(id, body.Name);
        if (errors.Count > 0) return SubscriptionProblems.Fields(errors);
        var current = await subscribers.FindAsync(id, cancellationToken);
        var saved = current is null
            ? new Subscriber { Id = id, Name = body.Name, Revision = 1, CreatedAt = clock.GetUtcNow().ToWholeMilliseconds() }
            : current with { Name = body.Name, Revision = current.Revision + 1 };
        if (await subscribers.SaveAsync(saved, cancellationToken) != WriteOutcome.Written) return SubscriptionProblems.Changed(id);
        return Json(SubscriberContent.From(saved), current is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> DeleteAsync(
        string id, ISubscriberStore subscribers, ISubscriptionStore subscriptions, CancellationToken cancellationToken)
    {
        if (await subscribers.FindAsync(id, cancellationToken) is null) return SubscriptionProblems.NoSuchSubscriber(id);
        while (await subscriptions.ListAsync(id, null, MaxLimit, cancellationToken) is { Count: > 0 } owned)
            foreach (var subscription in owned) await subscriptions.DeleteAsync(subscription.Id, cancellationToken);
        await subscribers.DeleteAsync(id, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> CreateTokenAsync(
        string id, HttpRequest request, SubscriberTokens tokens, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<SubscriberTokenBody>(request, cancellationToken);
        if (body is null) return problem!;
        var (outcome, record, token) = await tokens.CreateAsync(id, body.Name, cancellationToken);
        return outcome switch
        {
            TokenOutcome.Done => Json(new CreatedSubscriberToken(record!.Id, token!, record.Name, record.CreatedAt), StatusCodes.Status201Created),
            TokenOutcome.NoSubscriber => SubscriptionProblems.NoSuchSubscriber(id),
            TokenOutcome.NameTooLong => SubscriptionProblems.Fields(new Dictionary<string, string[]> { ["name"] = [TokenNameError(body.Name!)] }),
            TokenOutcome.TooMany => SubscriptionProblems.Conflict(
                "Too many tokens", $"'{id}' has {Subscriber.MaxTokens} tokens. Delete one that is no longer used."),
            _ => SubscriptionProblems.Changed(id),
        };
    }

    private static async Task<IResult> DeleteTokenAsync(
        string id, string tokenId, SubscriberTokens tokens, CancellationToken cancellationToken) =>
        await tokens.DeleteAsync(id, tokenId, cancellationToken) switch
        {
            TokenOutcome.Done => Results.NoContent(),
            TokenOutcome.NoSubscriber => SubscriptionProblems.NoSuchSubscriber(id),
            TokenOutcome.NoToken => Results.Problem(
                title: "No such token", detail: $"'{id}' has no token '{tokenId}'.", statusCode: StatusCodes.Status404NotFound),
            _ => SubscriptionProblems.Changed(id),
        };

    /// <summary>What is wrong with a subscriber's id and name, by field.</summary>
    internal static Dictionary<string, string[]> Errors(string id, string name)
    {
        var errors = new Dictionary<string, string[]>();
        if (!IsId(id))
            errors["id"] = [$"'{id}' is not allowed: 1 to {Subscriber.MaxIdLength} characters of a-z, A-Z, 0-9, '.', '_' and '-'."];
        if (name.Length is 0 or > MaxNameLength) errors["name"] = [$"It has {name.Length} characters; 1 to {MaxNameLength} are allowed."];
        return errors;
    }

    /// <summary>What is wrong with a token's name that is too long.</summary>
    internal static string TokenNameError(string name) => $"It has {name.Length} characters; {Subscriber.MaxTokenNameLength} are allowed.";

    private static bool IsId(string id) =>
        id.Length is > 0 and <= Subscriber.MaxIdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    private static IResult Json<T>(T value, int statusCode = StatusCodes.Status200OK) =>
        Results.Json(value, IngestionJson.Options, statusCode: statusCode);
}
