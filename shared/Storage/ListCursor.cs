using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Ingestion.Storage;

/// <summary>A place in the list of submissions: the last item of a page. Written as base64url of "milliseconds/article id".</summary>
/// <param name="ReceivedAt">When the item was received.</param>
/// <param name="ArticleId">Its article.</param>
internal readonly record struct ListCursor(DateTimeOffset ReceivedAt, string ArticleId)
{
    /// <summary>Reads a cursor.</summary>
    /// <exception cref="InvalidCursorException">It is none.</exception>
    public static ListCursor Parse(string text)
    {
        if (!Base64Url.IsValid(text)) throw new InvalidCursorException(text);
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('/', 2);
        if (parts is not [var milliseconds, { Length: > 0 } articleId]
            || !long.TryParse(milliseconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var receivedAt)
            || receivedAt < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            || receivedAt > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            throw new InvalidCursorException(text);
        return new ListCursor(DateTimeOffset.FromUnixTimeMilliseconds(receivedAt), articleId);
    }

    /// <summary>Makes a page of what was read, which is one item more than the page holds if there is another page.</summary>
    public static Page<Submission> ToPage(List<Submission> read, int limit)
    {
        if (read.Count <= limit) return new Page<Submission>(read, null);
        read.RemoveRange(limit, read.Count - limit);
        return new Page<Submission>(read, new ListCursor(read[^1].ReceivedAt, read[^1].ArticleId).ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ReceivedAt.ToUnixTimeMilliseconds()}/{ArticleId}")));
}
