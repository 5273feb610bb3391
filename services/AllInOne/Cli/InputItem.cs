namespace Ingestion.AllInOne.Cli;

/// <summary>One thing to push.</summary>
/// <param name="Name">What to call it on the screen: a file's name, or a URL.</param>
/// <param name="Url">Where it stood, if that is known.</param>
/// <param name="ReadAsync">Reads it.</param>
internal sealed record InputItem(string Name, string? Url, Func<CancellationToken, Task<InputContent>> ReadAsync);

/// <summary>What was read.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The media type to push them as.</param>
internal sealed record InputContent(byte[] Bytes, string ContentType);
