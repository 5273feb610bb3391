namespace Ingestion.Hosting.Pages.Markup;

/// <summary>A link to somewhere that a stranger named: only http and https, and without telling them who sent the reader.</summary>
public static class SafeLink
{
    /// <summary>The link; the plain text where the address is of another kind.</summary>
    public static Html To(string address, string? text = null) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? Html.Of($"""<a href="{uri.AbsoluteUri}" rel="external nofollow noreferrer">{text ?? address}</a>""")
            : Html.Of($"{text ?? address}");
}
