using Ingestion.Hosting;
using Ingestion.Hosting.Access;

namespace Ingestion.Ingest.Pages;

/// <summary>The pages on which sources are set up and watched. They need no script: every change is a form.</summary>
internal static class SourcePages
{
    /// <summary>The list's path; a source's page is below it.</summary>
    public const string Path = "/sources";

    /// <summary>Where the list of feeds is had as a file.</summary>
    public const string OpmlPath = "/sources.opml";

    public static void MapSourcePages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().RequireOperator().AnswerHead();
        pages.MapGet(Path, SourceListPage.HandleAsync);
        pages.MapGet(OpmlPath, Polling.Api.OpmlEndpoints.WriteAsync);
        pages.MapPost($"{Path}/import", ImportForm.HandleAsync);
        pages.MapPost($"{Path}/preview", AddFeedForm.PreviewAsync);
        pages.MapPost($"{Path}/feed", AddFeedForm.SaveAsync);
        pages.MapPost($"{Path}/record", AddPushingForm.HandleAsync);
        pages.MapGet($"{Path}/{{id}}", SourcePage.HandleAsync);
        pages.MapPost($"{Path}/{{id}}/settings", SettingsForm.HandleAsync);
        pages.MapPost($"{Path}/{{id}}/feed", FeedForms.SaveAsync);
        pages.MapPost($"{Path}/{{id}}/pause", FeedForms.PauseAsync);
        pages.MapPost($"{Path}/{{id}}/resume", FeedForms.ResumeAsync);
        pages.MapPost($"{Path}/{{id}}/poll", FeedForms.PollAsync);
        pages.MapPost($"{Path}/{{id}}/tokens", TokenForms.CreateAsync);
        pages.MapPost($"{Path}/{{id}}/tokens/{{tokenId}}/delete", TokenForms.DeleteAsync);
    }

    /// <summary>A source's page.</summary>
    public static string Of(string id) => $"{Path}/{Uri.EscapeDataString(id)}";
}
