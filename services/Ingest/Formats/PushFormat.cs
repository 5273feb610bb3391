using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats;

/// <summary>A format that a push may have: what it is called by, and how it is read.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="MediaTypes">The media types that mean it.</param>
/// <param name="Read">The articles in a document; what is wrong goes to the errors, and then nothing is taken.</param>
/// <param name="IsList">Whether a document may have several articles, so that the answer is a list even for one.</param>
internal sealed record PushFormat(
    string Name, IReadOnlyList<string> MediaTypes, Func<PushDocument, PushErrors, IReadOnlyList<IncomingArticle>> Read,
        bool IsList = false);

/// <summary>A document that was pushed.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">Their media type as declared, parameters included.</param>
/// <param name="Hints">What was said beside it: query parameters, or an event's attributes.</param>
internal sealed record PushDocument(ReadOnlyMemory<byte> Content, string ContentType, PushRequest Hints);

/// <summary>Thrown for a document that is not what its type says, where the message has line or position.</summary>
internal sealed class MalformedDocumentException(string message) : Exception(message);
