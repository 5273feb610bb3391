using System.Text;
using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Publish.Api.Records;
using Ingestion.Storage;

namespace Ingestion.Publish.Streaming;

/// <summary>A change, written for the wire once for all streams, and what they filter by.</summary>
/// <param name="Sequence">Its place in the change sequence: the event's id.</param>
/// <param name="Kind">What kind of change it is: the event's name.</param>
/// <param name="Source">The source of the article.</param>
/// <param name="Language">Its language; of a withdrawal the one of what it withdrew.</param>
/// <param name="Topics">Its topics, likewise.</param>
/// <param name="Bytes">The event as it is sent (WHATWG HTML, 9.2).</param>
internal sealed record StreamEvent(
    long Sequence, ChangeKind Kind, string Source, string? Language, IReadOnlyList<string> Topics, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Writes a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="version">The version that it made current.</param>
    public static StreamEvent Of(Change change, PublishedArticle? version)
    {
        var article = change.Kind == ChangeKind.Withdrawal ? null : ArticleContent.From(version, withRemovals: false);
        // JSON has its line ends escaped, so the data is a line.
        var data = JsonSerializer.SerializeToUtf8Bytes(ChangeEntry.From(change, article), IngestionJson.Options);
        var head = Encoding.UTF8.GetBytes($"id: {change.Sequence}\nevent: {JsonNamingPolicy.CamelCase.ConvertName($"{change.Kind}")}\ndata: ");
        return new StreamEvent(
            change.Sequence, change.Kind, change.Source, version?.Language, version?.Topics ?? [], (byte[])[.. head, .. data, .. "\n\n"u8]);
    }
}
