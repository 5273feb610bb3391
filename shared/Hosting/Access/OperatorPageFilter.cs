using Ingestion.Hosting.Pages;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Access;

/// <summary>See <see cref="OperatorPages.RequireOperator"/>.</summary>
internal sealed class OperatorPageFilter(OperatorAccess operators, OperatorSession sessions) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (changes && !RequestOrigin.IsOwn(http.Request)) return ForeignForm();
        if (sessions.IsSignedIn(http.Request) || operators.IsOpenTo(http)) return await next(context);
        return changes ? SignIn.Redirect(SignIn.PageBefore(http.Request)) : SignIn.Redirect(http.Request.Path + http.Request.QueryString);
    }

    /// <summary>The answer to a form that another site's page sent, or of which nothing says where it comes from.</summary>
    internal static IResult ForeignForm() => ErrorPage.Answer(
        StatusCodes.Status403Forbidden, "That form did not come from here",
        "Nothing was changed: the browser did not say that a page of this site sent it. Open the page here and send it again; programs use the API.");
}
