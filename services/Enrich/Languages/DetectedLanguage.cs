namespace Ingestion.Enrich.Languages;

/// <summary>A language, and how sure that is.</summary>
/// <param name="Tag">BCP 47 tag.</param>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct DetectedLanguage(string Tag, double Confidence)
{
    /// <summary>It cannot be told: <c>und</c>.</summary>
    public static DetectedLanguage Unknown { get; } = new("und", 0);
}
