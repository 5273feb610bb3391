using System.Text.RegularExpressions;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds;

/// <summary>What an absolute URI is made of (RFC 3986, appendix A), but for IP literals.</summary>
internal static partial class UrlRules
{
    public static void Check(string text) => Assert.True(
        Absolute().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _), $"'{text}' is no absolute URL.");

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:([A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+(#([A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$")]
    private static partial Regex Absolute();
}
