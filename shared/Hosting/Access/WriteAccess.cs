using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Hosting.Access;

/// <summary>Lets through who may write anything, see <see cref="OperatorAccess"/>. A token that is not known is refused from anywhere.</summary>
internal sealed class WriteAccess(OperatorAccess operators) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (BearerToken.Read(http.Request) is not { } token)
        {
            return operators.IsOpenTo(http)
                ? await next(context)
                : Refuse(http, "This needs a bearer token: Authorization: Bearer <one of Ingest:Tokens>.");
        }
        return operators.IsOperator(token) ? await next(context) : Refuse(http, "The bearer token is not one of Ingest:Tokens.");
    }

    private static IResult Refuse(HttpContext http, string detail)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = BearerToken.Challenge;
        return Results.Problem(title: "Not allowed to write", detail: detail, statusCode: StatusCodes.Status401Unauthorized);
    }
}
