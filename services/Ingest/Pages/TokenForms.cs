using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>What is done with a source's tokens on its page.</summary>
internal static class TokenForms
{
    /// <summary>POST /sources/{id}/tokens: makes one, and shows it, here and never again.</summary>
    public static async Task<IResult> CreateAsync(
        string id, HttpRequest request, TokenControl control, SourcePageReader reader, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        var name = form["name"].ToString().Trim();
        var (made, error) = await control.CreateAsync(id, name.Length > 0 ? name : null, cancellationToken);
        if (made is not var (_, token)) return await SourcePage.AnswerAsync(id, reader, error, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return PageLayout.Answer("New token", Html.Of($"""
            <h1>New token</h1>
            <p>Copy it now: it is kept as a hash only, and not shown again.</p>
            <pre class="secret" tabindex="0"><code>{token}</code></pre>
            <p>It pushes as <code>{id}</code> and as nothing else: <code>Authorization: Bearer …</code></p>
            <p><a href="{SourcePages.Of(id)}">Back to the source</a></p>
            """));
    }

    /// <summary>POST /sources/{id}/tokens/{tokenId}/delete.</summary>
    public static async Task<IResult> DeleteAsync(
        string id, string tokenId, TokenControl control, SourcePageReader reader, CancellationToken cancellationToken) =>
        await control.DeleteAsync(id, tokenId, cancellationToken) is { } error
            ? await SourcePage.AnswerAsync(id, reader, error, cancellationToken)
            : new SeeOther($"{SourcePages.Of(id)}?done=deleted");

    public static Html Render(string id, Source? source, IReadOnlyList<SourceToken> tokens) => source is null
        ? Html.Of($"<p>Save its settings first: a token belongs to a source that is set up.</p>")
        : Html.Of($"""
            <ul class="tokens">{Html.Join(tokens.Select(token => Item(id, token)))}</ul>
            {Html.If(tokens.Count == 0, () => Html.Of($"<p>None: only the operator pushes for it.</p>"))}
            <form method="post" action="{SourcePages.Of(id)}/tokens" class="ask">
            <label>What it is for <input name="name" maxlength="200"></label>
            <button>Make a token</button>
            </form>
            """);

    private static Html Item(string id, SourceToken token) => Html.Of($"""
        <li>
        <span><b>{token.Name ?? token.Id}</b> made {Numbers.Instant(token.CreatedAt)}, {(token.LastUsedAt is { } used ? Html.Of($"last used {Numbers.Instant(used)}") : Html.Of($"never used"))}</span>
        <form method="post" action="{SourcePages.Of(id)}/tokens/{token.Id}/delete"><button class="plain">Revoke<span class="unseen"> {token.Name ?? token.Id}</span></button></form>
        </li>
        """);
}
