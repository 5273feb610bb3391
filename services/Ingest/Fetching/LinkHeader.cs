namespace Ingestion.Ingest.Fetching;

/// <summary>Reads Link headers (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The targets of a relation, resolved, in order.</summary>
    /// <param name="headers">The headers as they were written.</param>
    /// <param name="relation">The relation's name.</param>
    /// <param name="baseUrl">What relative targets start from.</param>
    public static IEnumerable<Uri> Find(IEnumerable<string> headers, string relation, Uri baseUrl)
    {
        foreach (var header in headers)
        {
            for (var at = 0; at < header.Length;)
            {
                var open = header.IndexOf('<', at);
                var close = open < 0 ? -1 : header.IndexOf('>', open);
                if (close < 0) break;
                var end = EndOfParameters(header, close + 1);
                if (Relations(header[(close + 1)..end]).Contains(relation, StringComparer.OrdinalIgnoreCase)
                    && Uri.TryCreate(baseUrl, header[(open + 1)..close].Trim(), out var target)
                    && target.Scheme is "http" or "https")
                    yield return target;
                at = end + 1;
            }
        }
    }

    /// <summary>The comma that ends a link's parameters, if it stands in no quotes.</summary>
    private static int EndOfParameters(string header, int at)
    {
        var isQuoted = false;
        for (; at < header.Length; at++)
        {
            if (header[at] == '\\' && isQuoted) at++;
            else if (header[at] == '"') isQuoted = !isQuoted;
            else if (header[at] == ',' && !isQuoted) return at;
        }
        return header.Length;
    }

    private static IEnumerable<string> Relations(string parameters) =>
        parameters.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(parameter => parameter.Length == 2 && parameter[0].Equals("rel", StringComparison.OrdinalIgnoreCase))
            .Take(1)
            .SelectMany(parameter => parameter[1].Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
