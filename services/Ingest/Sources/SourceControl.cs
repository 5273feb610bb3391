using Ingestion.Contracts;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Sources;

/// <summary>Writes a source's record from what an operator entered. Its rules, which Clean's API has, stay as they are.</summary>
internal sealed class SourceControl(ISourceStore sources, TimeProvider clock)
{
    /// <summary>Writes it, if it still stands at the revision that the operator saw; or tells why not.</summary>
    /// <param name="id">The source.</param>
    /// <param name="settings">What was entered.</param>
    /// <param name="seen">The revision; 0 for one without a record.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<SetupError?> SaveAsync(string id, SourceSettings settings, long seen, CancellationToken cancellationToken)
    {
        var errors = settings.Validate();
        if (SourceId.Error(id) is { } error) errors["id"] = [error];
        if (errors.Count > 0) return SetupError.Of("The source is not valid", errors);
        var current = await sources.FindAsync(id, cancellationToken);
        if ((current?.Revision ?? 0) != seen) return Stale(id);
        var source = settings.ToSource(id, current?.Rules ?? SourceRules.None, current, clock.GetUtcNow().ToWholeMilliseconds());
        return await sources.SaveAsync(source, cancellationToken) == WriteOutcome.Written ? null : Stale(id);
    }

    /// <summary>Makes a record for a source that has none; or tells why not.</summary>
    public async Task<SetupError?> EnsureAsync(string id, string? name, CancellationToken cancellationToken)
    {
        if (SourceId.Error(id) is null && await sources.FindAsync(id, cancellationToken) is not null) return null;
        return await SaveAsync(id, new SourceSettings { Name = name }, seen: 0, cancellationToken);
    }

    private static SetupError Stale(string id) => new(
        StatusCodes.Status412PreconditionFailed, "The source has changed",
        $"Somebody else changed the source '{id}' meanwhile. This is how it stands now: make your change again.");
}
