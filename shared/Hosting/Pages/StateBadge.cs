using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage;

namespace Ingestion.Hosting.Pages;

/// <summary>A state as the pages show it: by word and by colour.</summary>
public static class StateBadge
{
    /// <summary>The badge.</summary>
    public static Html Of(SubmissionState state) => Html.Of($"""<span class="state {Name(state)}">{Name(state)}</span>""");

    /// <summary>The state in a word.</summary>
    public static string Name(SubmissionState state) => state.ToString().ToLowerInvariant();
}
