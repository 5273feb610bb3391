using System.Globalization;
using Ingestion.Storage;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Clean.Sources;

/// <summary>A source's revision as its entity tag: what If-Match and If-None-Match say about it (RFC 9110, section 13).</summary>
internal static class Revisions
{
    /// <summary>The entity tag of a revision.</summary>
    public static string Tag(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The answer to a write whose conditions do not hold; null if they do.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The source's id.</param>
    /// <param name="current">Its record, if there is one.</param>
    public static IResult? Check(HttpRequest request, string id, Source? current)
    {
        var headers = request.GetTypedHeaders();
        var (match, noneMatch) = (headers.IfMatch, headers.IfNoneMatch);
        if (current is null) return match.Count > 0 ? Problems.Stale(id, current) : null;
        if (noneMatch.Any(tag => Names(tag, current))) return Problems.Stale(id, current);
        if (match.Count == 0) return Problems.NeedsRevision(id, current);
        return match.Any(tag => Names(tag, current)) ? null : Problems.Stale(id, current);
    }

    private static bool Names(EntityTagHeaderValue tag, Source current) =>
        tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && tag.Tag == Tag(current.Revision));
}
