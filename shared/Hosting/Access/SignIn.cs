using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Hosting.Access;

/// <summary>The page on which one of the operator's tokens is entered, and the end of that.</summary>
internal static class SignIn
{
    private const string Path = "/sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet(Path, Show).AnswerHead();
        pages.MapPost(Path, EnterAsync);
        pages.MapPost("/sign-out", Leave);
    }

    /// <summary>Sends a reader to sign in, and then to where they wanted to go.</summary>
    public static IResult Redirect(string then) => new SeeOther(QueryHelpers.AddQueryString(Path, "then", then));

    /// <summary>The page from which a form was sent, as a path on this site.</summary>
    public static string PageBefore(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page) ? page.PathAndQuery : "/";

    private static IResult Show(string? then, OperatorSession sessions) => Page(then, sessions, error: null);

    private static async Task<IResult> EnterAsync(
        HttpContext http, OperatorAccess operators, OperatorSession sessions, PipelineMetrics metrics, CancellationToken cancellationToken)
    {
        if (!RequestOrigin.IsOwn(http.Request)) return OperatorPageFilter.ForeignForm();
        var form = await PageForm.ReadAsync(http.Request, cancellationToken);
        var token = form["token"].ToString().Trim();
        if (token.Length > 0 && operators.IsOperator(token))
        {
            sessions.Begin(http, token);
            return new SeeOther(LocalPath(form["then"]));
        }
        metrics.Refused(StatusCodes.Status401Unauthorized, RefusalReason.Of(StatusCodes.Status401Unauthorized), source: null);
        return Page(form["then"], sessions, token.Length == 0 ? "Enter a token." : "That token is not one of Ingest:Tokens.");
    }

    private static IResult Leave(HttpContext http)
    {
        if (!RequestOrigin.IsOwn(http.Request)) return OperatorPageFilter.ForeignForm();
        OperatorSession.End(http);
        return new SeeOther(Path);
    }

    private static IResult Page(string? then, OperatorSession sessions, string? error) => PageLayout.Answer("Sign in", Html.Of($"""
        <div class="notice">
        <h1>Sign in</h1>
        {Html.If(error is not null, () => Html.Of($"""<p class="error" role="alert">{error}</p>"""))}
        {(sessions.CanSignIn ? Form(then) : Html.Of(
            $"<p>Nobody can sign in here: no token is set. Set one of your choice, <code>Ingest__Tokens__0</code>, and start again.</p>"))}
        </div>
        """), error is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);

    private static Html Form(string? then) => Html.Of($"""
        <form method="post" action="{Path}" class="fields">
        <input type="hidden" name="then" value="{LocalPath(then)}">
        <label>One of the operator's tokens <input name="token" type="password" autocomplete="current-password" required autofocus></label>
        <button>Sign in</button>
        </form>
        """);

    /// <summary>Where to go on: on this site only, so that a link to sign in cannot lead elsewhere.</summary>
    private static string LocalPath(string? then) =>
        then is ['/', ..] && !then.StartsWith("//", StringComparison.Ordinal) && !then.Contains('\\') && !then.Any(char.IsControl) ? then : "/";
}
