using System.Xml.Linq;
using Ingestion.Ingest.Formats.Xml;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Nitf;

/// <summary>IPTC NITF (News Industry Text Format), version 3.</summary>
internal static class NitfFormat
{
    /// <summary>The format.</summary>
    public static PushFormat Format { get; } = new("NITF", ["application/nitf+xml", "text/vnd.iptc.nitf"], Read);

    private static IReadOnlyList<IncomingArticle> Read(PushDocument document, PushErrors errors)
    {
        var root = NewsXml.Parse(document.Content);
        if (root.Name.LocalName != "nitf")
        {
            errors.Add("body", $"has the root '{root.Name.LocalName}': NITF has 'nitf'.");
            return [];
        }
        if (root.Find("body") is null)
        {
            errors.Add("nitf.body", "is missing.");
            return [];
        }
        return [Read(root)];
    }

    /// <summary>The article of an nitf element.</summary>
    public static IncomingArticle Read(XElement nitf)
    {
        var (data, head) = (nitf.Find("head", "docdata"), nitf.Find("body", "body.head"));
        var status = (string?)data?.Attribute("management-status");
        return new IncomingArticle
        {
            Id = (string?)data.Find("doc-id")?.Attribute("id-string"),
            IsWithdrawal = status is "canceled" or "withheld",
            Title = head.Find("hedline", "hl1").PlainText() ?? head.Find("headline", "hl1").PlainText()
                ?? nitf.Find("head", "title").PlainText(),
            PublishedAt = NewsXml.Date((string?)data.Find("date.issue")?.Attribute("norm"))
                ?? NewsXml.Date((string?)nitf.Find("head", "pubdata")?.Attribute("date.publication")),
            EmbargoedUntil = NewsXml.Date((string?)data.Find("date.release")?.Attribute("norm")),
            ExpiresAt = NewsXml.Date((string?)data.Find("date.expire")?.Attribute("norm")),
            Language = (string?)nitf.Find("body")?.Attribute(XNamespace.Xml + "lang") ?? (string?)nitf.Attribute(XNamespace.Xml + "lang"),
            Authors = [.. Bylines(head)],
            BodyHtml = NitfBody.Read(nitf.Find("body")!),
        };
    }

    /// <summary>Each person of the bylines; a byline without persons is one.</summary>
    private static IEnumerable<string> Bylines(XElement? head)
    {
        foreach (var byline in head?.Children("byline") ?? [])
        {
            var people = byline.Children("person").Select(person => person.PlainText()).OfType<string>().ToList();
            if (people.Count > 0)
            {
                foreach (var person in people) yield return person;
            }
            else if (string.Concat(byline.Nodes().OfType<XText>().Select(text => text.Value)).Trim() is { Length: > 0 } name)
            {
                yield return name;
            }
        }
    }
}
