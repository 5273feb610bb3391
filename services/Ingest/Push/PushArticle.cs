using System.Text.Json;
using System.Text.Json.Serialization;
using Ingestion.Contracts;
using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Submissions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Ingest.Push;

/// <summary>POST /v1/articles.</summary>
internal static class PushArticle
{
    // A misspelt field would be lost silently, so a field that is not known is an error.
    private static readonly JsonSerializerOptions Json =
        IngestionJson.Configure(new JsonSerializerOptions { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow });

    public static async Task<IResult> HandleAsync(
        HttpRequest request, Intake intake, StatusUrls urls, IOptions<IngestOptions> options, CancellationToken cancellationToken)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value : null;
        if (!IsKnown(mediaType)) return Problems.UnsupportedType(request.ContentType);
        var body = await BodyReader.ReadAsync(request, options.Value.MaxBodyBytes, cancellationToken);
        if (body is null) return Problems.TooLarge(options.Value.MaxBodyBytes);

        var errors = new PushErrors();
        if (FeedDocument.IsFeedType(mediaType)) return await PushFeedAsync(body, request, errors, intake, urls, cancellationToken);
        SubmissionDraft? draft;
        try
        {
            draft = IsJson(mediaType) ? PushValidator.Validate(ReadJson(body), errors) : ReadPage(body, request, errors);
        }
        catch (JsonException e)
        {
            return Problems.Malformed(e.Message);
        }
        return draft is null ? Problems.Fields(errors) : Answer(await AcceptAsync(draft, request, intake, urls, cancellationToken), request);
    }

    private static async Task<IResult> PushFeedAsync(
        byte[] body, HttpRequest request, PushErrors errors, Intake intake, StatusUrls urls, CancellationToken cancellationToken)
    {
        var entries = FeedDocument.Read(body, errors);
        var drafts = entries.Select(entry => PushValidator.Validate(entry with { Source = ReadHints(request).Source }, errors)).OfType<SubmissionDraft>().ToList();
        if (errors.Any) return Problems.Fields(errors);
        var answers = new List<PushAnswer>(drafts.Count);
        foreach (var draft in drafts) answers.Add(await AcceptAsync(draft, request, intake, urls, cancellationToken));
        return Results.Json(new PushManyAnswer(answers), statusCode: answers.Max(answer => answer.StatusCode));
    }

    private static async Task<PushAnswer> AcceptAsync(
        SubmissionDraft draft, HttpRequest request, Intake intake, StatusUrls urls, CancellationToken cancellationToken)
    {
        var (submission, isNew) = await intake.AcceptAsync(draft, cancellationToken);
        return new PushAnswer(submission.ArticleId, submission.Version, submission.State, !isNew, urls.For(request, submission.ArticleId));
    }

    private static IResult Answer(PushAnswer answer, HttpRequest request)
    {
        request.HttpContext.Response.Headers.Location = answer.StatusUrl;
        return Results.Json(answer, statusCode: answer.StatusCode);
    }

    private static SubmissionDraft? ReadPage(byte[] body, HttpRequest request, PushErrors errors)
    {
        if (body.Length == 0) errors.Add("body", "is empty: send the page as the body.");
        return PushValidator.Validate(ReadHints(request), body, request.ContentType!, errors);
    }

    private static PushRequest ReadHints(HttpRequest request) => new()
    {
        Source = request.Query["source"],
        Id = request.Query["id"],
        Url = request.Query["url"],
        PublishedAt = request.Query["publishedAt"],
        Title = request.Query["title"],
    };

    private static PushRequest ReadJson(byte[] body) =>
        JsonSerializer.Deserialize<PushRequest>(body, Json) ?? throw new JsonException("null is not a push: send an object.");

    private static bool IsJson(string? mediaType) => string.Equals(mediaType, "application/json", StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(string? mediaType) => IsJson(mediaType) || FeedDocument.IsFeedType(mediaType) || PushValidator.IsSupported(mediaType);
}
