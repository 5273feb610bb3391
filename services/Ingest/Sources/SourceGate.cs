using Ingestion.Hosting.Sources;
using Ingestion.Ingest.Access;
using Ingestion.Storage;

namespace Ingestion.Ingest.Sources;

/// <summary>Decides whether a source may push, whichever way its article comes in.</summary>
internal sealed class SourceGate(SourceCache sources, ArticleRates rates, IHttpContextAccessor requests)
{
    /// <summary>Lets an article in, and tells what holds for its source; null if that has no record.</summary>
    /// <exception cref="RefusedException">It may not.</exception>
    /// <exception cref="StoreUnavailableException">The store is down.</exception>
    public async ValueTask<Source?> AdmitAsync(string sourceId, CancellationToken cancellationToken)
    {
        var caller = requests.HttpContext?.Features.Get<Caller>();
        CheckScope(caller, sourceId);
        var source = await sources.FindAsync(sourceId, fresh: false, cancellationToken);
        if (source is { Enabled: false })
        {
            throw new RefusedException(
                StatusCodes.Status403Forbidden, "disabled",
                $"The source '{sourceId}' is switched off: nothing of it is taken until PUT /v1/sources/{sourceId} enables it.", sourceId);
        }
        // What comes by queue or by our own polling waits where it is; only those who push can be told to wait.
        if (caller is not null && source?.Limits.ArticlesPerMinute is { } limit && rates.Take(sourceId, limit) is { } wait)
        {
            throw new RefusedException(
                StatusCodes.Status429TooManyRequests, "rate-limit",
                $"The source '{sourceId}' may push {limit} articles a minute. Wait for the seconds that Retry-After names.", sourceId, wait);
        }
        return source;
    }

    /// <summary>Lets a withdrawal in.</summary>
    /// <exception cref="RefusedException">The caller may not withdraw articles of that source.</exception>
    public void AdmitWithdrawal(string sourceId) => CheckScope(requests.HttpContext?.Features.Get<Caller>(), sourceId);

    private static void CheckScope(Caller? caller, string sourceId)
    {
        if (caller?.SourceId is not { } own || own == sourceId) return;
        throw new RefusedException(
            StatusCodes.Status403Forbidden, "wrong-source",
            $"The bearer token is of the source '{own}', and the article of '{sourceId}': a source's token is for its own articles only.", own);
    }
}
