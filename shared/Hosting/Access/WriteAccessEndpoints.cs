using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingestion.Hosting.Access;

/// <summary>Guards endpoints that write.</summary>
public static class WriteAccessEndpoints
{
    /// <summary>Lets through who may write anything (see <see cref="OperatorAccess"/>), answers 401 to others, and counts what is refused.</summary>
    public static RouteGroupBuilder RequireWriteAccess(this RouteGroupBuilder group) => group
        .AddEndpointFilter<RefusalCounter>()
        .AddEndpointFilter<WriteAccess>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
