using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Pages;

/// <summary>The page itself, HTML or plain text, kept byte by byte; what else is known of it stands beside.</summary>
internal static class PageFormat
{
    /// <summary>The format.</summary>
    public static PushFormat Format { get; } = new("the page itself", PushValidator.PageTypes, Read);

    private static IReadOnlyList<IncomingArticle> Read(PushDocument document, PushErrors errors)
    {
        if (document.Content.IsEmpty) errors.Add("body", "is empty: send the page as the body.");
        return [PushValidator.ReadFields(document.Hints, errors) with { Content = document.Content, ContentType = document.ContentType }];
    }
}
