using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage;

namespace Ingestion.Publish.Pages;

/// <summary>Every version of an article, newest first, with its timeline.</summary>
internal static class VersionHistory
{
    public static Html Render(IReadOnlyList<Submission> versions) => Html.Of($"""
        <section class="history" aria-labelledby="history">
        <h2 id="history">Versions</h2>
        {Html.Join(versions.Reverse().Select(Version))}
        </section>
        """);

    private static Html Version(Submission version) => Html.Of($"""
        <section class="version">
        <h3>Version {version.Version} {StateBadge.Of(version.State)}</h3>
        <p class="meta">
        {Html.If(version.Kind == SubmissionKind.Withdrawal, () => Html.Of($"<span>withdrawal</span>"))}
        <span>{(version.RecleanedFrom is { } from ? Html.Of($"made again from version {from}") : Html.Of($"received"))} {Numbers.Instant(version.ReceivedAt)}</span>
        {Html.If(version.Kind == SubmissionKind.Article, () => Html.Of($"""
            <span>{Numbers.Count(version.RawLength, "byte", "bytes")}, {version.ContentType}</span>
            <a href="/v1/articles/{version.ArticleId}/raw?version={version.Version}">raw</a>
            """))}
        <a href="/v1/articles/{version.ArticleId}/versions/{version.Version}">JSON</a>
        </p>
        {Failure(version.Failure)}
        {TimelineChart.Render(version.Timeline)}
        </section>
        """);

    private static Html Failure(StageFailure? failure) => Html.If(failure is not null, () => Html.Of($"""
        <div class="error">
        <p><b>{failure!.Stage.ToString()}: {failure.Reason}</b> {failure.Error}</p>
        {Html.If(failure.Detail is not null, () => Html.Of($"""<details><summary>Detail</summary><pre tabindex="0">{failure.Detail}</pre></details>"""))}
        </div>
        """));
}
