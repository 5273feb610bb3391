using System.Collections.Frozen;

namespace Ingestion.Ingest.Feeds.Sanitising;

/// <summary>URLs that may stay in HTML that others wrote.</summary>
internal static class SafeUrl
{
    private static readonly FrozenSet<string> Schemes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aim", "callto", "cid", "data", "feed", "file", "ftp", "gopher", "h323", "hdl", "http", "https", "imap", "irc", "ircs", "magnet",
        "mailto",
        "mms", "news", "nntp", "prospero", "rsync", "rtsp", "rtspu", "sftp", "shttp", "sip", "sips", "sms", "snews", "ssh", "svn",
        "svn+ssh",
        "tag", "tel", "telnet", "urn", "wais", "webcal", "xmpp");

    /// <summary>
    /// The URL, or nothing where it would run: javascript:, vbscript:, data: that is no picture, and any scheme that is not
    /// known.
    /// </summary>
    public static string Keep(string url)
    {
        // A browser passes over control characters and blanks before it looks at the scheme.
        var seen = string.Concat(url.Where(c => c > ' ' && c != '\u007F'));
        var end = seen.IndexOfAny([':', '/', '?', '#']);
        if (end < 0 || seen[end] != ':') return url;
        var scheme = seen[..end];
        if (!Schemes.Contains(scheme)) return "";
        var isPicture = seen.AsSpan(end + 1).StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            && !seen.Contains("svg", StringComparison.OrdinalIgnoreCase);
        return scheme.Equals("data", StringComparison.OrdinalIgnoreCase) && !isPicture ? "" : url;
    }
}
