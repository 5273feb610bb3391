using Ingestion.Hosting.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>A bar that shows how much of a page was kept. An SVG, since the pages' policy forbids inline styles.</summary>
internal static class KeptBar
{
    /// <param name="share">The share that was kept, 0 to 1.</param>
    public static Html Of(double share) => Html.Of($"""
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="8"/><rect class="part" width="{Numbers.Attribute(100 * share)}" height="8"/></svg>
        """);
}
