using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>POST /subscriptions/{id}/change: name, endpoint, format, filter and limits.</summary>
internal static class ChangeForm
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ISubscriptionStore subscriptions, SubscriptionMaker maker, SubscriptionPageReader reader,
        CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id, cancellationToken) is not { } subscription) return SubscriptionPage.Missing(id);
        if (subscription.Transport == Transport.WebSub)
            return await RefuseAsync(Html.Of($"Its subscriber changes it, by subscribing again at the hub."), entry: null);
        var entry = SubscriptionEntry.Read(await PageForm.ReadAsync(request, cancellationToken));
        entry = entry.With(SubscriptionChecks.OfChange(entry.Body));
        if (entry.Errors.Count > 0) return await RefuseAsync(Html.Of($"""Nothing was changed: see <a href="#change">what is wrong</a>."""), entry);
        if (subscription.Revision == entry.Revision && await maker.ChangeAsync(subscription, entry.Body, cancellationToken) is not null)
            return new SeeOther($"{SubscriptionPages.Of(id)}?done=changed");
        // Who saw an older one would undo what the other changed: once is asked, then it is meant.
        var revision = (await subscriptions.FindAsync(id, cancellationToken))?.Revision ?? 0;
        return await RefuseAsync(
            Html.Of($"""
                It was changed at the same time, by somebody else or by what its endpoint answered, so nothing was saved. What it has now is under
                Facts; what you entered is <a href="#change">still in the form</a>: save again to put it in its place.
                """),
            entry with { Revision = revision });

        Task<IResult> RefuseAsync(Html error, SubscriptionEntry? entry) => SubscriptionPage.AnswerAsync(
            id, reader, new PageNotice(SubscriptionViews.Error(error), IsError: true, entry), cancellationToken);
    }

    /// <summary>The form; with what was entered where it was not taken.</summary>
    public static Html Render(Subscription subscription, SubscriptionEntry? entered)
    {
        var entry = entered ?? SubscriptionEntry.Of(subscription);
        return Html.Of($"""
            <details{Html.Trusted(entered is null ? "" : " open")}><summary>Endpoint, format, filter, limits</summary>
            <form method="post" action="{SubscriptionPages.Of(subscription.Id)}/change" class="fields">
            <input type="hidden" name="revision" value="{entry.Revision}">
            {SubscriptionFields.Summary(entry)}
            {SubscriptionFields.Target(entry)}
            {SubscriptionFields.Limits(entry)}
            {SubscriptionFields.Filter(entry)}
            <p class="meaning">What waits already is sent to the new endpoint, in the new format.</p>
            <p class="buttons"><button>Save</button></p>
            </form></details>
            """);
    }
}
