using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ingestion.Hosting.Pages;

/// <summary>Reads what was entered into a page's form.</summary>
public static class PageForm
{
    /// <summary>Largest file that a form brings, in bytes.</summary>
    public const int MaxFileBytes = 4 * 1024 * 1024;

    private const int MaxTextBytes = 64 * 1024;
    private const int MaxFields = 64;

    private static readonly FormOptions Options = new()
    {
        ValueCountLimit = MaxFields,
        ValueLengthLimit = MaxTextBytes,
        BufferBodyLengthLimit = MaxFileBytes,
        MultipartBodyLengthLimit = MaxFileBytes,
    };

    /// <summary>The form; an empty one where the body is none.</summary>
    /// <exception cref="BadHttpRequestException">It is cut off or too large; answered by the server with its status.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await new FormFeature(request, Options).ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException(e.Message, StatusCodes.Status413PayloadTooLarge, e);
        }
    }
}
