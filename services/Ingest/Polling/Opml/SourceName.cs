using System.Globalization;
using System.Text;

namespace Ingestion.Ingest.Polling.Opml;

/// <summary>Makes a source's id for a feed that comes without one.</summary>
internal static class SourceName
{
    private const int MaxLength = 60;

    /// <summary>From the title, else the host: small letters and digits of any script, hyphens between them.</summary>
    public static string Of(OpmlFeed feed)
    {
        var name = Slug(feed.Title ?? "");
        if (name.Length > 0) return name;
        return Uri.TryCreate(feed.Url, UriKind.Absolute, out var url) ? Slug(url.Host) : "feed";
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= MaxLength) break;
        }
        return slug.ToString().Trim('-');
    }
}
