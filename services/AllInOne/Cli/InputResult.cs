using Ingestion.Storage;

namespace Ingestion.AllInOne.Cli;

/// <summary>What became of an input.</summary>
/// <param name="Name">What to call it on the screen.</param>
/// <param name="Submission">Its finished submission, if it was accepted.</param>
/// <param name="Refusal">Why it was not accepted.</param>
internal sealed record InputResult(string Name, Submission? Submission, string? Refusal)
{
    /// <summary>Whether readers have it.</summary>
    public bool IsPublished => Submission?.State == SubmissionState.Published;
}
