using System.Xml.Linq;
using Ingestion.Ingest.Formats.Xml;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.NewsMlG2;

/// <summary>
/// IPTC NewsML-G2: a news item, or a message with several. Each item that has text is an article; pictures, concepts and packages that
/// travel with it are passed over, and refused where nothing else is there.
/// </summary>
internal static class NewsMlG2Format
{
    /// <summary>The format.</summary>
    public static PushFormat Format { get; } = new(
        "NewsML-G2",
        ["application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml", "application/vnd.iptc.g2.packageitem+xml"],
        Read,
        IsList: true);

    private static List<IncomingArticle> Read(PushDocument document, PushErrors errors)
    {
        var root = NewsXml.Parse(document.Content);
        var items = root.Name.LocalName == "newsMessage" ? root.Children("itemSet").Elements().ToList() : [root];
        var articles = new List<IncomingArticle>();
        foreach (var item in items.Where(item => item.Name.LocalName == "newsItem"))
        {
            var path = items.Count == 1 ? "newsItem" : $"newsItem[{articles.Count}]";
            if ((string?)item.Attribute("guid") is not { Length: > 0 }) errors.Add($"{path}.guid", "is missing: every news item has one.");
            else if (NewsItem.HasText(item) || NewsItem.IsWithdrawal(item)) articles.Add(NewsItem.Read(item));
        }
        if (articles.Count == 0 && !errors.Any) errors.Add("body", WhyNone(root, items));
        return articles;
    }

    private static string WhyNone(XElement root, List<XElement> items)
    {
        if (items.Count == 0) return $"is a {root.Name.LocalName} without any item in its itemSet.";
        var kinds = string.Join(", ", items.Select(item => item.Name.LocalName).Distinct());
        if (!items.Exists(item => item.Name.LocalName == "newsItem"))
            return $"has {kinds} and no newsItem: what packages and concepts refer to has to be sent itself.";
        return "has no text: no newsItem has inlineXML or inlineData in its contentSet, nor a description.";
    }
}
