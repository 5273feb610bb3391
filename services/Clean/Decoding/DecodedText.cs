using Ingestion.Contracts;

namespace Ingestion.Clean.Decoding;

/// <summary>Bytes read as text.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">The character set it was read in, as its IANA name in lower case.</param>
/// <param name="Warnings">Doubts about that.</param>
internal sealed record DecodedText(string Text, string Charset, IReadOnlyList<Warning> Warnings);
