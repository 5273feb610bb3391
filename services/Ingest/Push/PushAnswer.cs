using System.Text.Json.Serialization;
using Ingestion.Storage;

namespace Ingestion.Ingest.Push;

/// <summary>The answer to a push.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version that was accepted, now or earlier.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Duplicate">Whether this very content was accepted before.</param>
/// <param name="StatusUrl">Where to see what became of it.</param>
internal sealed record PushAnswer(string Id, int Version, SubmissionState State, bool Duplicate, string StatusUrl)
{
    /// <summary>The answer for what was accepted.</summary>
    public static PushAnswer Of(AcceptResult result, StatusUrls urls, HttpRequest request) => new(
        result.Submission.ArticleId, result.Submission.Version, result.Submission.State, !result.IsNew,
            urls.For(request, result.Submission.ArticleId));

    /// <summary>202 for what was accepted now, 200 for what was before.</summary>
    [JsonIgnore]
    public int StatusCode => Duplicate ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
}

/// <summary>The answer to a push of several articles.</summary>
/// <param name="Items">An answer for each, in order.</param>
internal sealed record PushManyAnswer(IReadOnlyList<PushAnswer> Items);
