using System.Globalization;

namespace Ingestion.Publish.Pages.Site;

/// <summary>What a language calls itself: whoever reads it knows that word.</summary>
internal static class LanguageName
{
    /// <summary>The name of a language, or its tag where no name is known.</summary>
    public static string Of(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }
}
