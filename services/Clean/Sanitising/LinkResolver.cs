namespace Ingestion.Clean.Sanitising;

/// <summary>Makes links absolute and takes tracking parameters off them.</summary>
/// <param name="baseUrl">The URL that relative links start from; null if it is not known.</param>
internal sealed class LinkResolver(Uri? baseUrl)
{
    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "pk_", "hsa_", "_hs", "matomo_", "mtm_", "oly_", "vero_"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mkt_tok", "_ga", "_gl",
        "ncid", "cmpid", "xtor", "wt_mc", "wt_zmc", "spm", "at_medium", "at_campaign", "at_custom1", "ocid", "smid", "ito", "guccounter",
        "guce_referrer", "guce_referrer_sig", "__twitter_impression", "ref_src", "ref_url", "feature_ref", "s_cid", "icid", "trk", "_openstat",
    };

    /// <summary>The link, absolute and without tracking; null if it is no link to a web page or mail address.</summary>
    public string? Resolve(string? link)
    {
        link = link?.Trim();
        if (string.IsNullOrEmpty(link) || link.StartsWith('#')) return null;
        Uri? url;
        var absolute = baseUrl is null ? Uri.TryCreate(link, UriKind.Absolute, out url) : Uri.TryCreate(baseUrl, link, out url);
        if (!absolute || url is null) return null;
        if (url.Scheme is not ("http" or "https" or "mailto")) return null;
        return WithoutTracking(url);
    }

    /// <summary>A URL without the parameters that only follow the reader around.</summary>
    public static string WithoutTracking(Uri url)
    {
        if (url.Query.Length < 2) return url.AbsoluteUri;
        var parameters = url.Query[1..].Split('&');
        var kept = Array.FindAll(parameters, static parameter => !IsTracking(parameter));
        if (kept.Length == parameters.Length) return url.AbsoluteUri;
        return new UriBuilder(url) { Query = string.Join('&', kept) }.Uri.AbsoluteUri;
    }

    private static bool IsTracking(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? parameter : parameter[..equals];
        return Tracking.Contains(name) || Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
