using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Ingestion.Hosting.Pages;

/// <summary>The style sheet of all pages: a file of its own, since the pages' policy forbids styles inside them.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Css = Read();

    /// <summary>Where it is; changes with its content, so that it can be kept for good.</summary>
    public static string Path { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Css))[..12]}/ingestion.css";

    public static IResult Handle(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream("Ingestion.Hosting.Pages.ingestion.css")
            ?? throw new InvalidOperationException("The style sheet is missing from the assembly.");
        using var memory = new MemoryStream();
        resource.CopyTo(memory);
        return memory.ToArray();
    }
}
