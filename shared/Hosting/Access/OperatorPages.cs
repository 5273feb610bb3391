using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingestion.Hosting.Access;

/// <summary>Guards pages from which things are changed.</summary>
public static class OperatorPages
{
    /// <summary>
    /// Lets through who is signed in, or may write anything without that (see <see cref="OperatorAccess"/>), and sends others to
    /// sign in. Takes a form only from a page of this very origin.
    /// </summary>
    public static RouteGroupBuilder RequireOperator(this RouteGroupBuilder pages)
    {
        pages.AddEndpointFilter<OperatorPageFilter>();
        return pages;
    }
}
