namespace Ingestion.AllInOne.Cli;

/// <summary>One thing to push.</summary>
/// <param name="Name">What to call it on the screen: a file's name, or a URL.</param>
/// <param name="ContentType">The media type to push it as.</param>
/// <param name="Url">Where it stood, if that is known.</param>
/// <param name="ReadAsync">Reads its bytes.</param>
internal sealed record InputItem(string Name, string ContentType, string? Url, Func<CancellationToken, Task<byte[]>> ReadAsync);
