using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.Opml;

/// <summary>Finds an id that no source has.</summary>
internal sealed class FreeSourceId(IFeedStore feeds, ISourceStore sources)
{
    /// <summary>The name, or with a number after it if a source has it.</summary>
    public async Task<string> FindAsync(string name, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var id = number == 1 ? name : $"{name}-{number}";
            if (await feeds.FindAsync(id, cancellationToken) is null && await sources.FindAsync(id, cancellationToken) is null) return id;
        }
    }
}
