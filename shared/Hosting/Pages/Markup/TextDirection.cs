namespace Ingestion.Hosting.Pages.Markup;

/// <summary>The <c>lang</c> and <c>dir</c> attributes of a text.</summary>
public static class TextDirection
{
    private static readonly string[] RightToLeft = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo"];

    /// <summary>The BCP 47 tag; Chinese with its script, since that chooses the font.</summary>
    public static string Language(string language, string script) =>
        language == "zh" && script is "Hans" or "Hant" ? $"{language}-{script}" : language;

    /// <summary><c>rtl</c> or <c>ltr</c>, by the ISO 15924 code of the script.</summary>
    public static string Of(string script) => RightToLeft.Contains(script) ? "rtl" : "ltr";
}
