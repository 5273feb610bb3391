namespace Ingestion.Ingest.Feeds;

/// <summary>URLs in feeds.</summary>
internal static class FeedUrl
{
    /// <summary>
    /// The absolute form of a reference. One that is absolute comes back as it is written, only trimmed: an id must not be
    /// normalised. So does one that has no base.
    /// </summary>
    public static string Resolve(string reference, string? baseUrl)
    {
        reference = reference.Trim();
        if (HasScheme(reference) || string.IsNullOrEmpty(baseUrl)) return reference;
        return Uri.TryCreate(baseUrl, UriKind.Absolute, out var b) && Uri.TryCreate(b, reference, out var absolute)
            ? absolute.AbsoluteUri : reference;
    }

    /// <summary>Whether it is an absolute http(s) URL.</summary>
    public static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    /// <summary>Whether it begins with a scheme (RFC 3986, section 3.1).</summary>
    public static bool HasScheme(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(reference[0])) return false;
        return !reference.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters);
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
