namespace Ingestion.Ingest.Fetching.Robots;

/// <summary>What a host's robots.txt lets one robot fetch (RFC 9309).</summary>
internal sealed class RobotsRules
{
    private readonly List<Rule> _rules = [];

    private RobotsRules() { }

    /// <summary>Everything may be fetched: there is no robots.txt.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Nothing may be fetched: the host cannot say now (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules AllowNothing { get; } = Parse("User-agent: *\nDisallow: /", "");

    /// <summary>
    /// Reads a robots.txt. The groups that name the robot count; if none does, those for <c>*</c> (2.2.1).
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="robot">The robot's name, compared without case.</param>
    public static RobotsRules Parse(string text, string robot)
    {
        var own = new RobotsRules();
        var general = new RobotsRules();
        var isNamed = false;
        var group = new List<string>();
        var isInRules = true;
        foreach (var line in text.EnumerateLines())
        {
            if (!TryReadField(line, out var field, out var value)) continue;
            if (field.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (isInRules) group.Clear();
                isInRules = false;
                group.Add(value.ToString());
                isNamed |= IsName(value, robot);
            }
            else if (field.Equals("allow", StringComparison.OrdinalIgnoreCase) || field.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                isInRules = true;
                if (value.IsEmpty) continue;
                var rule = new Rule(value.ToString(), field.Length == "allow".Length);
                if (group.Exists(name => IsName(name, robot))) own._rules.Add(rule);
                if (group.Contains("*")) general._rules.Add(rule);
            }
        }
        return isNamed ? own : general;
    }

    /// <summary>Whether it may be fetched: the longest rule that matches decides, and of two as long the one that allows (2.2.2).</summary>
    public bool Allows(Uri url)
    {
        var path = url.PathAndQuery;
        var best = _rules.Where(rule => rule.Matches(path)).OrderByDescending(rule => rule.Length).ThenByDescending(rule => rule.IsAllow).FirstOrDefault();
        return best?.IsAllow ?? true;
    }

    private static bool TryReadField(ReadOnlySpan<char> line, out ReadOnlySpan<char> field, out ReadOnlySpan<char> value)
    {
        var comment = line.IndexOf('#');
        if (comment >= 0) line = line[..comment];
        var colon = line.IndexOf(':');
        field = colon < 0 ? default : line[..colon].Trim().Trim('\uFEFF');
        value = colon < 0 ? default : line[(colon + 1)..].Trim();
        return colon > 0;
    }

    private static bool IsName(ReadOnlySpan<char> value, string robot) => value.Equals(robot, StringComparison.OrdinalIgnoreCase);

    /// <summary>A rule: a prefix of the path in which * stands for anything and $ at the end for the end.</summary>
    private sealed class Rule(string pattern, bool isAllow)
    {
        private readonly bool _isWhole = pattern.EndsWith('$');
        private readonly string[] _parts = pattern.TrimEnd('$').Split('*');

        public bool IsAllow => isAllow;

        public int Length => pattern.Length;

        public bool Matches(string path)
        {
            if (!path.StartsWith(_parts[0], StringComparison.Ordinal)) return false;
            var at = _parts[0].Length;
            for (var i = 1; i < _parts.Length; i++)
            {
                var isLast = i == _parts.Length - 1;
                if (isLast && _isWhole) return path.Length - _parts[i].Length >= at && path.EndsWith(_parts[i], StringComparison.Ordinal);
                var found = path.IndexOf(_parts[i], at, StringComparison.Ordinal);
                if (found < 0) return false;
                at = found + _parts[i].Length;
            }
            return !_isWhole || at == path.Length;
        }
    }
}
