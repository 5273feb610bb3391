using System.Text.Json;
using System.Text.Json.Serialization;
using Ingestion.Contracts;

namespace Ingestion.Clean.Sources;

/// <summary>Reads the bodies of requests about sources.</summary>
internal static class SourceJson
{
    /// <summary>Largest body, in bytes.</summary>
    private const int MaxBytes = 256 * 1024;

    // A misspelt field would be lost silently, and a null where none may be would come out as an error of ours.
    private static readonly JsonSerializerOptions Options = IngestionJson.Configure(new JsonSerializerOptions
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    });

    /// <summary>The body; or the answer that says what is wrong with it.</summary>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken) where T : class
    {
        if (!request.HasJsonContentType()) return (null, Problems.NoJson(request.ContentType));
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > MaxBytes) return (null, Problems.TooLarge(MaxBytes));
            body.Write(buffer, 0, read);
        }
        try
        {
            return JsonSerializer.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length), Options) is { } value
                ? (value, null)
                : (null, Problems.Malformed("null is not taken: send an object."));
        }
        catch (JsonException e)
        {
            return (null, Problems.Malformed(e.Message));
        }
    }

    /// <summary>Whether two sets of rules are the same to the last letter.</summary>
    public static bool AreSame(SourceRules one, SourceRules other) =>
        JsonSerializer.Serialize(one, Options) == JsonSerializer.Serialize(other, Options);
}
