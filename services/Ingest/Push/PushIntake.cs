using Ingestion.Ingest.Submissions;
using Ingestion.Storage;

namespace Ingestion.Ingest.Push;

/// <summary>Accepts what was checked, an article or a withdrawal.</summary>
internal sealed class PushIntake(Intake intake)
{
    /// <summary>What became of it; null if it withdraws an article that is not there.</summary>
    /// <exception cref="StoreUnavailableException">The store is down; nothing was accepted.</exception>
    public async Task<AcceptResult?> AcceptAsync(PushItem item, CancellationToken cancellationToken) =>
        item.IsWithdrawal ? await intake.WithdrawAsync(item.ArticleId, cancellationToken)
            : await intake.AcceptAsync(item.Article, cancellationToken);
}
