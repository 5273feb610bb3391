using Ingestion.Ingest.Formats.Feeds;
using Ingestion.Ingest.Formats.NewsMlG2;
using Ingestion.Ingest.Formats.Nitf;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Xml;

/// <summary>XML that says no more than that: its root tells what it is.</summary>
internal static class XmlFormat
{
    /// <summary>The format.</summary>
    public static PushFormat Format { get; } = new("XML of one of these", ["application/xml", "text/xml"], Read, IsList: true);

    private static IReadOnlyList<IncomingArticle> Read(PushDocument document, PushErrors errors) =>
        NewsXml.RootName(document.Content) switch
        {
            "nitf" => NitfFormat.Format.Read(document, errors),
            "newsItem" or "newsMessage" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" =>
                NewsMlG2Format.Format.Read(document, errors),
            _ => FeedFormat.Format.Read(document, errors), // which reads broken XML too, and says what it found if that is no feed
        };
}
