using Ingestion.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ingestion.Hosting.Pages;

/// <summary>What the frame of a page shows: where it can lead, where it is, and whether somebody is signed in.</summary>
/// <param name="Entries">The links, in their order.</param>
/// <param name="Path">The path of the page itself.</param>
/// <param name="IsSignedIn">Whether the reader signed in with a token.</param>
internal sealed record PageFrame(IReadOnlyList<NavigationEntry> Entries, string Path, bool IsSignedIn)
{
    /// <summary>The frame for an answer to a request.</summary>
    public static PageFrame Of(HttpContext http) => new(
        [.. http.RequestServices.GetServices<NavigationEntry>().OrderBy(entry => entry.Order)],
        http.Request.Path.Value ?? "/",
        http.RequestServices.GetRequiredService<OperatorSession>().IsSignedIn(http.Request));

    /// <summary>Where the product's name leads.</summary>
    public string Home => Entries.Count > 0 ? Entries[0].Path : "/";

    /// <summary>Whether the page is the one that a link leads to, or belongs to it.</summary>
    public bool IsAt(NavigationEntry entry) => Path == entry.Path || Path.StartsWith($"{entry.Section ?? entry.Path}/", StringComparison.Ordinal);
}
