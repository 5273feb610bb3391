namespace Ingestion.Enrich.Scripts;

/// <summary>Tells the script of a text as an ISO 15924 code, with Han split into simplified and traditional.</summary>
internal static class ScriptDetector
{
    /// <summary>The code; <c>Hani</c> for Han that is neither, <c>Zyyy</c> for a text without letters.</summary>
    public static string Detect(string text, ScriptCounts counts)
    {
        var (system, _) = counts.Dominant();
        return system == WritingSystem.Han ? HanVariant.Of(text) : WritingSystems.Code(system);
    }
}
