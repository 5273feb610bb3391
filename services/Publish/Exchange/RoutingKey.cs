using System.Text;
using Ingestion.Storage;

namespace Ingestion.Publish.Exchange;

/// <summary>
/// The routing key of a change: article.CHANGE.SOURCE.LANGUAGE, always four words. In a part everything that means something to a topic
/// exchange or is not printable ASCII is percent-encoded (RFC 3986), the dot above all, so that "a.b" is one word: "a%2Eb".
/// </summary>
internal static class RoutingKey
{
    // AMQP 0-9-1 allows 255 bytes for all of it; the other parts take less than 40.
    private const int LongestSource = 200;

    public static string Of(ChangeKind kind, string source, string? language) =>
        $"article.{kind.ToString().ToLowerInvariant()}.{Escape(source)}.{Escape(language ?? "und")}";

    private static string Escape(string part)
    {
        var escaped = new StringBuilder(part.Length);
        foreach (var value in Encoding.UTF8.GetBytes(part))
        {
            var character = (char)value;
            var written = char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '~' or ':' ? $"{character}" : $"%{value:X2}";
            if (escaped.Length + written.Length > LongestSource) break;
            escaped.Append(written);
        }
        return escaped.ToString();
    }
}
