using System.Text.Json;
using System.Text.Json.Serialization;
using Ingestion.Contracts;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting;

/// <summary>Reads the JSON body of a request that manages something, or words what is wrong with it.</summary>
public static class JsonBody
{
    /// <summary>Largest body, in bytes.</summary>
    private const int MaxBytes = 256 * 1024;

    // A misspelt field would be lost silently, and a null where none may be would come out as an error of ours.
    private static readonly JsonSerializerOptions Options = IngestionJson.Configure(new JsonSerializerOptions
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    });

    /// <summary>The body; or the answer, problem details (RFC 9457), that says what is wrong with it.</summary>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken) where T : class
    {
        if (!request.HasJsonContentType()) return (null, NoJson(request.ContentType));
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > MaxBytes) return (null, TooLarge());
            body.Write(buffer, 0, read);
        }
        try
        {
            return JsonSerializer.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length), Options) is { } value
                ? (value, null)
                : (null, Malformed("null is not taken: send an object."));
        }
        catch (JsonException e)
        {
            return (null, Malformed(e.Message));
        }
    }

    private static IResult Malformed(string detail) =>
        Results.Problem(title: "The JSON cannot be read", detail: detail, statusCode: StatusCodes.Status400BadRequest);

    private static IResult NoJson(string? contentType) => Results.Problem(
        title: "The content type is not known",
        detail: $"'{contentType}' is not known here. Send application/json.",
        statusCode: StatusCodes.Status415UnsupportedMediaType);

    private static IResult TooLarge() => Results.Problem(
        title: "The body is too large", detail: $"At most {MaxBytes} bytes are taken.", statusCode: StatusCodes.Status413PayloadTooLarge);
}
