using Ingestion.Ingest.Formats;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Ingest.Push;

/// <summary>The errors of the write API, as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static IResult Fields(PushErrors errors) => Results.ValidationProblem(
        errors.ByField.ToDictionary(), title: "The push is not valid", detail: errors.ToString(),
            statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult Malformed(string detail) =>
        Results.Problem(title: "The body cannot be read", detail: detail, statusCode: StatusCodes.Status400BadRequest);

    public static IResult TooLarge(long maxBytes) => Results.Problem(
        title: "The body is too large", detail: $"At most {maxBytes} bytes are taken. Nothing was stored.",
            statusCode: StatusCodes.Status413PayloadTooLarge);

    public static IResult UnsupportedType(string? contentType) =>
        UnsupportedType(new UnknownFormatException(contentType).Message, HeaderNames.ContentType);

    public static IResult UnsupportedType(string detail, string where) => Results.Problem(
        title: "The content type is not known", detail: $"{where}: {detail}", statusCode: StatusCodes.Status415UnsupportedMediaType);

    public static IResult UnsupportedEncoding(string encoding, IEnumerable<string> known) => Results.Problem(
        title: "The content encoding is not known",
        detail: $"Content-Encoding '{encoding}' is not known. Send {string.Join(", ", known)}, or none.",
        statusCode: StatusCodes.Status415UnsupportedMediaType);

    public static IResult TooSlow(TimeSpan timeout) => Results.Problem(
        title: "The body came too slowly", detail: $"It was not there within {timeout.TotalSeconds:0} s. Nothing was stored.",
            statusCode: StatusCodes.Status408RequestTimeout);

    public static IResult NoSuchArticle(string articleId) => Results.Problem(
        title: "No such article", detail: $"No article has the id '{articleId}'.", statusCode: StatusCodes.Status404NotFound);

    public static IResult NotFailed(string articleId, string detail) => Results.Problem(
        title: "Nothing to replay", detail: $"Article '{articleId}': {detail}", statusCode: StatusCodes.Status409Conflict);

    public static IResult Conflict(string detail) =>
        Results.Problem(title: "The request is being answered", detail: detail, statusCode: StatusCodes.Status409Conflict);

    public static IResult KeyReused(string key) => Results.Problem(
        title: "The Idempotency-Key was used for another request",
        detail: $"'{key}' came with another request before. Use a new key for a new request.",
        statusCode: StatusCodes.Status422UnprocessableEntity);
}
