using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Formats.CloudEvents;
using Ingestion.Ingest.Push.Batch;

namespace Ingestion.Ingest.Push;

/// <summary>From a document to what is to be done: every way in that takes documents goes through here.</summary>
internal static class PushReader
{
    /// <summary>What a document asks for, all of it checked; empty with errors.</summary>
    /// <param name="document">The document.</param>
    /// <param name="envelope">The event that it is the data of, in binary mode; null if it is none.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <exception cref="MalformedDocumentException">It is not what its type says.</exception>
    /// <exception cref="UnknownFormatException">Its type is not known.</exception>
    public static IReadOnlyList<PushItem> Read(PushDocument document, CloudEventAttributes? envelope, PushErrors errors)
    {
        var articles = envelope is null ? PushFormats.Read(document, errors) : BinaryCloudEvent.Articles(envelope, document, errors);
        var items = new List<PushItem>(articles.Count);
        foreach (var (i, article) in articles.Index())
        {
            var own = new PushErrors();
            if (PushValidator.Check(article, document.Hints.Source, own) is { } item) items.Add(item);
            // What is wrong with every one alike, the source, is said once.
            if (!own.Any || (i > 0 && errors.ByField.ContainsKey("source") && own.ByField.Count == 1 && own.ByField.ContainsKey("source")))
                continue;
            errors.AddAll(articles.Count == 1 || own.ByField.ContainsKey("source") ? "" : $"articles[{i}].", own);
        }
        return errors.Any ? [] : items;
    }

    /// <summary>
    /// The parts of a document that are taken or refused each by itself: the events of a batch; of anything else the document. An event in
    /// binary mode is one, whatever its data is.
    /// </summary>
    /// <exception cref="MalformedDocumentException">It is not what its type says.</exception>
    public static IReadOnlyList<PushDocument> Parts(PushDocument document, CloudEventAttributes? envelope) =>
        envelope is null && EventBatch.Is(document) ? CloudEventFormat.Events(document) : [document];
}
