using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Push.Batch;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ingestion.Ingest.Push;

/// <summary>
/// Describes the bodies that a push may have. The framework's own way to say it would refuse every other type before we can
/// answer what is known.
/// </summary>
internal static class PushRequestBody
{
    private static readonly string[] Hints =
        ["source", "id", "url", "publishedAt", "title", "language", "licence", "embargoedUntil", "expiresAt"];

    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken)
    {
        var json = await context.GetOrCreateSchemaAsync(typeof(PushRequest), null, cancellationToken);
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = PushFormats.MediaTypes.Append(LineBatch.MediaTypes[0]).ToDictionary(
                type => type, type => new OpenApiMediaType { Schema = type == "application/json" ? json : text }),
        };
        operation.Parameters = [.. Hints.Select(Hint)];
    }

    private static OpenApiParameter Hint(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = $"The field {name} of a push whose body is the page itself.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
