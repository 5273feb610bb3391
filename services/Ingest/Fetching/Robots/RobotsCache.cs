using System.Collections.Concurrent;
using System.Text;
using Ingestion.Hosting.Outbound;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Fetching.Robots;

/// <summary>The rules of hosts, fetched when they are first needed and kept for a while (RFC 9309, 2.4).</summary>
internal sealed class RobotsCache(Fetcher fetcher, IOptions<OutboundOptions> options, TimeProvider clock)
{
    private const int MaxBytes = 512 * 1024;
    private const int MaxHosts = 10_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan KeptAfterFailure = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Kept> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _robot = options.Value.UserAgent.Split('/', ' ')[0];

    /// <summary>The rules of a URL's host. Whoever calls has passed the host's gate.</summary>
    public async Task<RobotsRules> OfAsync(Uri url, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_hosts.TryGetValue(url.Authority, out var kept) && kept.Until > now) return kept.Rules;
        var answer = await fetcher.FetchAsync(
            new FetchRequest(new Uri(url, "/robots.txt"), "text/plain, */*;q=0.1", MaxBytes), cancellationToken);
        var rules = answer switch
        {
            { Outcome: FetchOutcome.Fetched } => RobotsRules.Parse(Encoding.UTF8.GetString(answer.Content), _robot),
            { Status: >= 400 and < 500 and not 429 } => RobotsRules.AllowAll,
            _ => RobotsRules.AllowNothing,
        };
        if (_hosts.Count >= MaxHosts) _hosts.Clear();
        _hosts[url.Authority] = new Kept(rules, now + (rules == RobotsRules.AllowNothing ? KeptAfterFailure : KeptFor));
        return rules;
    }

    private sealed record Kept(RobotsRules Rules, DateTimeOffset Until);
}
