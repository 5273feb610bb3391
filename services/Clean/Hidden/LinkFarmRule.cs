using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>
/// Links, and nothing else, to many sites that have nothing to do with each other.
/// </summary>
internal sealed class LinkFarmRule : INodeRule
{
    public string Id => "link-farm";

    public double Confidence => 0.85;

    public double LargestShare => 0.1;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Links < 4 || node.LinkDensity < 0.8 || node.Elements > node.Links * 4 + 4) return false;
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var nodes = context.Page.Nodes;
        for (var i = node.Index; i < node.End; i++)
        {
            if (nodes[i].Tag != Tag.A || nodes[i].Attribute("href") is not { } href) continue;
            if (Uri.TryCreate(href, UriKind.Absolute, out var url)) hosts.Add(url.Host);
        }
        return hosts.Count >= 4 && hosts.Count * 4 >= node.Links * 3;
    }
}
