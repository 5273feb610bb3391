namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>The errors of the API about subscriptions, as problem details (RFC 9457).</summary>
internal static class SubscriptionProblems
{
    public static IResult NoSuchSubscription(string id) =>
        NotFound("No such subscription", $"There is no subscription '{id}', or it is not yours. GET /v1/subscriptions lists yours.");

    public static IResult NoSuchSubscriber(string id) =>
        NotFound("No such subscriber", $"There is no subscriber '{id}'. PUT /v1/subscribers/{id} makes one.");

    public static IResult NoSuchDelivery(string id, string deliveryId) =>
        NotFound("No such delivery", $"Subscription '{id}' has no delivery '{deliveryId}'. GET /v1/subscriptions/{id}/deliveries lists them.");

    public static IResult Conflict(string title, string detail) =>
        Results.Problem(title: title, detail: detail, statusCode: StatusCodes.Status409Conflict);

    public static IResult Changed(string id) =>
        Conflict("Changed meanwhile", $"'{id}' was changed by somebody else at the same time. Read it again, then repeat the request.");

    public static IResult Fields(IDictionary<string, string[]> errors) => Results.ValidationProblem(
        errors,
        title: "The request is not valid",
        detail: string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value[0]}")),
        statusCode: StatusCodes.Status422UnprocessableEntity);

    private static IResult NotFound(string title, string detail) =>
        Results.Problem(title: title, detail: detail, statusCode: StatusCodes.Status404NotFound);
}
