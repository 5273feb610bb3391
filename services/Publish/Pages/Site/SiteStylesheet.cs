using System.Security.Cryptography;

namespace Ingestion.Publish.Pages.Site;

/// <summary>The style sheet of the reader's site.</summary>
internal static class SiteStylesheet
{
    private static readonly byte[] Css = Read();

    /// <summary>Where it is; changes with its content, so that it can be kept for good.</summary>
    public static string Path { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Css))[..12]}/site.css";

    public static IResult Handle(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var resource = typeof(SiteStylesheet).Assembly.GetManifestResourceStream("Ingestion.Publish.Pages.Site.site.css")
            ?? throw new InvalidOperationException("The site's style sheet is missing from the assembly.");
        using var memory = new MemoryStream();
        resource.CopyTo(memory);
        return memory.ToArray();
    }
}
