using Ingestion.Clean.Comparison;

namespace Ingestion.Clean.Sources;

/// <summary>What the draft would do.</summary>
/// <param name="Scanned">Pages cleaned.</param>
/// <param name="Changed">Those whose article would be different.</param>
/// <param name="Articles">Each of them, the latest first.</param>
internal sealed record PreviewAnswer(int Scanned, int Changed, IReadOnlyList<PreviewedArticle> Articles);

/// <summary>What the draft would do to one article.</summary>
/// <param name="Id">The article.</param>
/// <param name="Version">The version whose bytes were cleaned.</param>
/// <param name="Title">Its title, with the draft if there is one.</param>
/// <param name="Changed">Whether a subscriber would see a difference.</param>
/// <param name="RejectedBefore">Why the saved rules leave no article; absent if they do.</param>
/// <param name="RejectedAfter">Why the draft leaves no article; absent if it does.</param>
/// <param name="Difference">What is different; absent if there is no article on one side.</param>
internal sealed record PreviewedArticle(
    string Id, int Version, string? Title, bool Changed, string? RejectedBefore, string? RejectedAfter, ArticleDifference? Difference);
