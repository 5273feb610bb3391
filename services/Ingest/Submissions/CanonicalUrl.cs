namespace Ingestion.Ingest.Submissions;

/// <summary>Brings a URL into one form, so that the same page has one key.</summary>
internal static class CanonicalUrl
{
    private static readonly string[] TrackingNames = ["fbclid", "gclid", "dclid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid"];

    /// <summary>
    /// Scheme and host in lower case, no default port, no fragment, no tracking parameters; null for null. The text itself
    /// where it is no absolute http(s) URL.
    /// </summary>
    public static string? Normalize(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return url;
        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(parameter => !IsTracking(parameter));
        return new UriBuilder(uri) { Fragment = "", Query = string.Join('&', kept) }.Uri.AbsoluteUri;
    }

    private static bool IsTracking(string parameter)
    {
        var name = parameter.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || TrackingNames.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
