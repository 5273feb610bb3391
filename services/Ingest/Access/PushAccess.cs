using Ingestion.Hosting.Access;
using Ingestion.Ingest.Sources;

namespace Ingestion.Ingest.Access;

/// <summary>Tells who sends a push: a source by its own token, the operator by one of theirs, or, where it is open, anyone on this machine.</summary>
internal sealed class PushAccess(OperatorAccess operators, SourceTokens sourceTokens) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Features.Set(await IdentifyAsync(http));
        return await next(context);
    }

    private async Task<Caller> IdentifyAsync(HttpContext http)
    {
        if (BearerToken.Read(http.Request) is not { } token)
        {
            return operators.IsOpenTo(http) ? Caller.Operator : throw new RefusedException(
                StatusCodes.Status401Unauthorized, "no-token",
                "A push needs a bearer token: Authorization: Bearer <a token of the source, or one of Ingest:Tokens>.");
        }
        if (operators.IsOperator(token)) return Caller.Operator;
        return await sourceTokens.FindSourceAsync(token, http.RequestAborted) is { } source ? new Caller(source) : throw new RefusedException(
            StatusCodes.Status401Unauthorized, "unknown-token", "The bearer token is neither a source's nor one of Ingest:Tokens.");
    }
}
