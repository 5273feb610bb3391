using System.Globalization;
using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Hosting.Sources;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>POST /sources/{id}/settings: the name, whether it is on, defaults and limits.</summary>
internal static class SettingsForm
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, SourceControl records, SourcePageReader reader, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        var seen = long.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1;
        return await records.SaveAsync(id, Read(form), seen, cancellationToken) is { } error
            ? await SourcePage.AnswerAsync(id, reader, error, cancellationToken)
            : new SeeOther($"{SourcePages.Of(id)}?done=saved");
    }

    public static Html Render(string id, Source? source) => Html.Of($"""
        <form method="post" action="{SourcePages.Of(id)}/settings" class="fields">
        <input type="hidden" name="revision" value="{source?.Revision ?? 0}">
        <label>Name <input name="name" maxlength="200" value="{source?.Name}" placeholder="{id}"></label>
        <label class="check"><input type="checkbox" name="enabled" value="true"{Html.Trusted(source is { Enabled: false } ? "" : " checked")}> On: its articles are taken</label>
        <label>Language, where its pages say none <input name="language" value="{source?.Defaults.Language}" placeholder="such as en or zh-Hant" size="10" autocapitalize="none" spellcheck="false"></label>
        <label>Licence, where its articles say none <input name="licence" value="{source?.Defaults.Licence}" placeholder="such as CC-BY-4.0 or a URL"></label>
        <label>Most pushes a minute, to each Ingest process <input name="perMinute" inputmode="numeric" pattern="[0-9]*" value="{source?.Limits.ArticlesPerMinute?.ToString(CultureInfo.InvariantCulture)}" placeholder="no limit"></label>
        <p class="buttons"><button>Save</button></p>
        </form>
        """);

    private static SourceSettings Read(IFormCollection form)
    {
        var perMinute = form["perMinute"].ToString().Trim();
        return new SourceSettings
        {
            Name = form["name"],
            Enabled = form["enabled"] == "true",
            Defaults = new SourceDefaults { Language = NullIfEmpty(form["language"]), Licence = NullIfEmpty(form["licence"]) },
            Limits = new SourceLimits
            {
                // What is no number comes out as one that is not allowed, and is told so.
                ArticlesPerMinute = perMinute.Length == 0 ? null
                    : int.TryParse(perMinute, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            },
        };
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
