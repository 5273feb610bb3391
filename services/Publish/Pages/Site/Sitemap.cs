using System.Globalization;
using System.Text;
using System.Xml;
using Ingestion.Publish.Reading;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Pages.Site;

/// <summary>
/// GET /sitemap.xml, /sitemaps/{part}.xml and /robots.txt (sitemaps.org, RFC 9309). A part has the articles of a thousand places in the
/// change sequence, so that all parts are known from its length.
/// </summary>
internal static class Sitemap
{
    private const int PlacesInPart = 1000;
    private const string Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static async Task<IResult> HandleIndexAsync(
        IArticleStore articles, IOptions<SiteOptions> site, HttpRequest request, CancellationToken cancellationToken)
    {
        var root = site.Value.RootFor(request);
        var last = await articles.ReadLastSequenceAsync(cancellationToken);
        return Xml("sitemapindex", xml =>
        {
            for (var part = 0L; part * PlacesInPart < last; part++) Write(xml, "sitemap", new Uri(root, $"sitemaps/{part}.xml"), null);
        });
    }

    public static async Task<IResult> HandlePartAsync(
        long part, IArticleStore articles, IOptions<SiteOptions> site, HttpRequest request, CancellationToken cancellationToken)
    {
        if (part is < 0 or > long.MaxValue / PlacesInPart - 1) return Results.NotFound();
        var first = part * PlacesInPart;
        var root = site.Value.RootFor(request);
        var query = new ArticleQuery { Before = first + PlacesInPart + 1, Limit = PlacesInPart };
        var found = await articles.ListAsync(query, cancellationToken);
        return Xml("urlset", xml =>
        {
            foreach (var article in found.Where(article => article.Sequence > first))
                Write(xml, "url", new Uri(root, SitePaths.Article(article.ArticleId)), article.PublishedAt);
        });
    }

    /// <summary>Crawlers are let onto the reader's site, and onto nothing else.</summary>
    public static IResult HandleRobots(IOptions<SiteOptions> site, HttpRequest request) => Results.Text(
        $"User-agent: *\nDisallow: /\nAllow: /read\nAllow: /assets/\nAllow: /sitemap\nAllow: /v1/feed.\nSitemap: {new Uri(site.Value.RootFor(request), "sitemap.xml")}\n");

    private static IResult Xml(string root, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement(root, Sitemaps);
            write(xml);
            xml.WriteEndElement();
        }
        return Results.Bytes(stream.ToArray(), "application/xml; charset=utf-8");
    }

    private static void Write(XmlWriter xml, string name, Uri address, DateTimeOffset? modified)
    {
        xml.WriteStartElement(name, Sitemaps);
        xml.WriteElementString("loc", Sitemaps, address.AbsoluteUri);
        if (modified is { } at)
            xml.WriteElementString("lastmod", Sitemaps, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
