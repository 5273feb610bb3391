using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Access;

/// <summary>The codes of the reasons for which a write is refused, where nothing more is known than the answer's status.</summary>
public static class RefusalReason
{
    /// <summary>The code of a status.</summary>
    public static string Of(int statusCode) => statusCode switch
    {
        StatusCodes.Status400BadRequest => "malformed",
        StatusCodes.Status401Unauthorized => "no-access",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status408RequestTimeout => "slow-body",
        StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed or StatusCodes.Status428PreconditionRequired => "conflict",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "unknown-type",
        StatusCodes.Status422UnprocessableEntity => "invalid",
        StatusCodes.Status429TooManyRequests => "rate-limit",
        StatusCodes.Status503ServiceUnavailable => "store-down",
        _ => "other",
    };
}
