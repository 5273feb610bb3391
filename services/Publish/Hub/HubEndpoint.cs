using Ingestion.Publish.Feeds;
using Ingestion.Publish.Reading;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Hub;

/// <summary>The WebSub hub (W3C Recommendation, 23 January 2018) for our own feeds.</summary>
internal static class HubEndpoint
{
    private const string Path = "v1/hub";
    private const int RetryAfterSeconds = 10;

    public static IHostApplicationBuilder AddHub(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new FeedHub(Path));
        builder.Services.AddSingleton<IntentQueue>();
        builder.Services.AddSingleton<HubSubscriptions>();
        builder.Services.AddHostedService<IntentVerifier>();
        builder.Services.AddHostedService<HubLeases>();
        return builder;
    }

    public static void MapHub(this IEndpointRouteBuilder app) => app.MapPost("/" + Path, Handle)
        .DisableAntiforgery()
        .WithTags("Feeds")
        .WithName("SubscribeAtHub")
        .WithSummary("Subscribe to a feed by WebSub, or unsubscribe")
        .WithDescription(
            "W3C WebSub: hub.mode, hub.topic (one of the feeds, with source, language or topic), hub.callback, hub.lease_seconds (5 minutes to "
            + "30 days; 10 days unless told otherwise), hub.secret. The callback is asked to confirm, then it is sent a feed document with each "
            + "change, signed with the secret.")
        .Accepts<IFormCollection>("application/x-www-form-urlencoded")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Handle(HttpContext http, IntentQueue queue, IOptions<SiteOptions> site, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.Problem(
                title: "The content type is not known",
                detail: $"'{http.Request.ContentType}' is not known here. Send application/x-www-form-urlencoded.",
                statusCode: StatusCodes.Status415UnsupportedMediaType);
        }
        var errors = new Dictionary<string, string[]>();
        var form = await http.Request.ReadFormAsync(cancellationToken);
        if (HubRequest.Read(form, site.Value.RootFor(http.Request), errors) is not { } request)
        {
            return Results.ValidationProblem(
                errors, title: "The request is not valid", detail: string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value[0]}")));
        }
        if (queue.TryEnqueue(request)) return Results.StatusCode(StatusCodes.Status202Accepted);
        http.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        return Results.Problem(
            title: "Too many requests at once", detail: "The hub has too many callbacks to ask. Try again later.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
