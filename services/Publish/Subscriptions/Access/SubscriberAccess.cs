using Ingestion.Hosting.Access;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Publish.Subscriptions.Access;

/// <summary>Lets through the operator and subscribers, and says which it is. A token that is not known is refused from anywhere.</summary>
internal sealed class SubscriberAccess(OperatorAccess operators, SubscriberTokens tokens) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await FindCallerAsync(http) is not { } caller) return Refuse(http);
        caller.Attach(http);
        return await next(context);
    }

    private async Task<SubscriptionCaller?> FindCallerAsync(HttpContext http)
    {
        if (BearerToken.Read(http.Request) is not { } token)
            return operators.IsOpenTo(http) ? new SubscriptionCaller(SubscriberId: null) : null;
        if (operators.IsOperator(token)) return new SubscriptionCaller(SubscriberId: null);
        return await tokens.FindAsync(token, http.RequestAborted) is { } subscriber ? new SubscriptionCaller(subscriber.Id) : null;
    }

    private static IResult Refuse(HttpContext http)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = BearerToken.Challenge;
        var detail = BearerToken.Read(http.Request) is null
            ? "This needs a bearer token: Authorization: Bearer <a subscriber's token, or one of Ingest:Tokens>."
            : "The bearer token is neither a subscriber's nor one of Ingest:Tokens.";
        return Results.Problem(title: "No access to subscriptions", detail: detail, statusCode: StatusCodes.Status401Unauthorized);
    }
}
