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
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var nodes = context.Page.Nodes;
        for (var i = node.Index; i < node.End; i++)
        {
            if (nodes[i].Tag == Tag.A && nodes[i].Attribute("href") is { } href && HostOf(href) is { IsEmpty: false } host) hosts.Add(host);
        }
        return hosts.Set.Count >= 4 && hosts.Set.Count * 4 >= node.Links * 3;
    }

    /// <summary>The host of a link to another site; empty for one that does not name any.</summary>
    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> link)
    {
        var slashes = link.IndexOf("//");
        // What stands before is "https:", or nothing where the scheme is that of the page.
        if (slashes is < 0 or > 8) return [];
        var host = link[(slashes + 2)..];
        var end = host.IndexOfAny('/', '?', '#');
        return end < 0 ? host : host[..end];
    }
}
