using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage;

namespace Ingestion.Publish.Pages;

/// <summary>A state as the pages show it: by word and by colour.</summary>
internal static class StateBadge
{
    public static Html Of(SubmissionState state) => Html.Of($"""<span class="state {Name(state)}">{Name(state)}</span>""");

    public static string Name(SubmissionState state) => state.ToString().ToLowerInvariant();
}
