using System.Collections;
using System.Globalization;

namespace Ingestion.Hosting.Pipeline;

/// <summary>Puts article id and version on every log line within it.</summary>
public sealed class ArticleScope(string articleId, int version) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _fields = [new("ArticleId", articleId), new("Version", version)];

    /// <inheritdoc/>
    public int Count => _fields.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => _fields[index];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _fields.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ArticleId:{articleId} Version:{version}");
}
