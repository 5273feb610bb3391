namespace Ingestion.Ingest.Sources;

/// <summary>Why something about a source was not set up: the API answers it as problem details (RFC 9457), a page shows its words.</summary>
/// <param name="StatusCode">The status of the answer.</param>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Detail">With which value, and what to do.</param>
internal sealed record SetupError(int StatusCode, string Title, string Detail)
{
    /// <summary>What is wrong with which field.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The error of fields that are not valid.</summary>
    public static SetupError Of(string title, Dictionary<string, string[]> fields) => new(
        StatusCodes.Status422UnprocessableEntity, title, string.Join(" ", fields.Select(field => $"{field.Key}: {string.Join(" ", field.Value)}")))
    {
        Fields = fields,
    };

    /// <summary>The answer of the API.</summary>
    public IResult ToResult() => Fields.Count > 0
        ? Results.ValidationProblem(Fields.ToDictionary(), title: Title, detail: Detail, statusCode: StatusCode)
        : Results.Problem(title: Title, detail: Detail, statusCode: StatusCode);
}
