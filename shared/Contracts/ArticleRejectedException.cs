namespace Ingestion.Contracts;

/// <summary>
/// Thrown by a pure core when an input can never give an article (poison): trying again is pointless, so the
/// submission fails at once with this reason, visible and replayable when the rules are better.
/// </summary>
public sealed class ArticleRejectedException : Exception
{
    /// <summary>A stable code of the reason, such as <c>empty-body</c>; a dimension of the metric of failures.</summary>
    public string Reason { get; }

    /// <summary>A reason and what it means, for the person who reads it.</summary>
    public ArticleRejectedException(string reason, string message) : base(message) => Reason = reason;

    /// <summary>A reason, what it means, and what caused it.</summary>
    public ArticleRejectedException(string reason, string message, Exception innerException) : base(message, innerException) => Reason = reason;
}
