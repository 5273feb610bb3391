using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>GET /subscribers: who may manage subscriptions of their own, and with which tokens.</summary>
internal static class SubscribersPage
{
    private const int PageSize = 200;

    public static Task<IResult> HandleAsync(string? done, ISubscriberStore subscribers, CancellationToken cancellationToken) =>
        AnswerAsync(done, null, subscribers, cancellationToken);

    /// <summary>POST /subscribers: sets one up.</summary>
    public static async Task<IResult> AddAsync(
        HttpRequest request, ISubscriberStore subscribers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        var (id, name) = (form["id"].ToString().Trim(), form["name"].ToString().Trim());
        var errors = SubscriberEndpoints.Errors(id, name);
        if (errors.Count > 0)
            return await AnswerAsync(null, string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value[0]}")), subscribers, cancellationToken);
        var added = new Subscriber { Id = id, Name = name, Revision = 1, CreatedAt = clock.GetUtcNow().ToWholeMilliseconds() };
        return await subscribers.SaveAsync(added, cancellationToken) == WriteOutcome.Written
            ? new SeeOther($"{SubscriptionPages.SubscribersPath}?done=added")
            : await AnswerAsync(null, $"The id '{id}' is taken.", subscribers, cancellationToken);
    }

    /// <summary>POST /subscribers/{id}/tokens: makes a token, and shows it, here and never again.</summary>
    public static async Task<IResult> CreateTokenAsync(
        string id, HttpRequest request, ISubscriberStore subscribers, SubscriberTokens tokens, CancellationToken cancellationToken)
    {
        var name = (await PageForm.ReadAsync(request, cancellationToken))["name"].ToString().Trim();
        var (outcome, _, token) = await tokens.CreateAsync(id, name.Length > 0 ? name : null, cancellationToken);
        if (outcome != TokenOutcome.Done)
        {
            var error = outcome switch
            {
                TokenOutcome.NoSubscriber => $"There is no subscriber '{id}'.",
                TokenOutcome.NameTooLong => $"The name is too long. {SubscriberEndpoints.TokenNameError(name)}",
                TokenOutcome.TooMany => $"'{id}' has {Subscriber.MaxTokens} tokens. Revoke one that is no longer used.",
                _ => Changed(id),
            };
            return await AnswerAsync(null, error, subscribers, cancellationToken);
        }
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return PageLayout.Answer("New token", Html.Of($"""
            <h1>New token</h1>
            <p>Copy it now: it is kept as a hash only, and not shown again.</p>
            <pre class="secret" tabindex="0"><code>{token}</code></pre>
            <p>With it <code>{id}</code> manages its own subscriptions, and sees nobody else's: <code>Authorization: Bearer …</code></p>
            <p><a href="{SubscriptionPages.SubscribersPath}">Back to the subscribers</a></p>
            """));
    }

    /// <summary>POST /subscribers/{id}/tokens/{tokenId}/delete: one that is gone already is as good as revoked.</summary>
    public static async Task<IResult> DeleteTokenAsync(
        string id, string tokenId, SubscriberTokens tokens, ISubscriberStore subscribers, CancellationToken cancellationToken) =>
        await tokens.DeleteAsync(id, tokenId, cancellationToken) == TokenOutcome.Changed
            ? await AnswerAsync(null, Changed(id), subscribers, cancellationToken)
            : new SeeOther($"{SubscriptionPages.SubscribersPath}?done=revoked");

    private static string Changed(string id) => $"'{id}' was changed at the same time. Try again.";

    private static async Task<IResult> AnswerAsync(
        string? done, string? error, ISubscriberStore subscribers, CancellationToken cancellationToken)
    {
        var found = await subscribers.ListAsync(null, PageSize, cancellationToken);
        return PageLayout.Answer("Subscribers", Html.Of($"""
            <p class="up"><a href="{SubscriptionPages.Path}">Subscriptions</a></p>
            <h1>Subscribers</h1>
            {SubscriptionViews.Notice(done, error)}
            <p class="meaning">A subscriber manages its own subscriptions over the API with its own tokens, and sees nobody else's.</p>
            <form method="post" action="{SubscriptionPages.SubscribersPath}" class="ask">
            <label>Id <input name="id" required maxlength="{Subscriber.MaxIdLength}" pattern="[A-Za-z0-9._\-]+" autocapitalize="none" spellcheck="false"></label>
            <label>Name <input name="name" required maxlength="200"></label>
            <button>Add</button>
            </form>
            {Html.If(found.Count == 0, () => Html.Of($"<p>None yet.</p>"))}
            <ol class="articles">{Html.Join(found.Select(Item))}</ol>
            """), error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Html Item(Subscriber subscriber) => Html.Of($"""
        <li>
        <h2><bdi>{subscriber.Name}</bdi></h2>
        <p class="meta"><code>{subscriber.Id}</code> <span>{Numbers.Count(subscriber.Tokens.Count, "token", "tokens")}</span></p>
        <ul class="tokens">{Html.Join(subscriber.Tokens.Select(token => Token(subscriber.Id, token)))}</ul>
        <form method="post" action="{SubscriptionPages.OfSubscriber(subscriber.Id)}/tokens" class="ask">
        <label>What it is for <input name="name" maxlength="{Subscriber.MaxTokenNameLength}"></label>
        <button>Make a token</button>
        </form>
        </li>
        """);

    private static Html Token(string id, SubscriberToken token) => Html.Of($"""
        <li><span><b>{token.Name ?? token.Id}</b> made {Numbers.Instant(token.CreatedAt)}</span>
        <form method="post" action="{SubscriptionPages.OfSubscriber(id)}/tokens/{token.Id}/delete"><button class="plain">Revoke<span class="unseen"> {token.Name ?? token.Id}</span></button></form></li>
        """);
}
