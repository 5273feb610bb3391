namespace Ingestion.Storage;

/// <summary>The bytes of a submission, as received.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">Their media type.</param>
public sealed record RawContent(ReadOnlyMemory<byte> Content, string ContentType);
