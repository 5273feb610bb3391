using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>GET /subscriptions: all of them and how they do, and how to make one.</summary>
internal static class SubscriptionListPage
{
    private const int PageSize = 50;
    private const int MostSubscribers = 200;

    public static Task<IResult> HandleAsync(
        string? after, string? done, ISubscriptionStore subscriptions, ISubscriberStore subscribers, IDispatchStore dispatches,
        IDeliveryStore deliveries, CancellationToken cancellationToken) =>
        AnswerAsync(after, done, null, subscriptions, subscribers, dispatches, deliveries, cancellationToken);

    /// <summary>POST /subscriptions: makes one, and shows its secret.</summary>
    public static async Task<IResult> CreateAsync(
        HttpRequest request, SubscriptionChecks checks, SubscriptionMaker maker, ISubscriptionStore subscriptions, ISubscriberStore subscribers,
        IDispatchStore dispatches, IDeliveryStore deliveries, CancellationToken cancellationToken)
    {
        var entry = SubscriptionEntry.Read(await PageForm.ReadAsync(request, cancellationToken));
        entry = entry.With(await checks.OfNewAsync(entry.Body, new SubscriptionCaller(SubscriberId: null), cancellationToken));
        if (entry.Errors.Count > 0)
            return await AnswerAsync(null, null, entry, subscriptions, subscribers, dispatches, deliveries, cancellationToken);
        var made = await maker.AddAsync(entry.Body, entry.Body.Subscriber, cancellationToken);
        return SecretPage.Answer(request.HttpContext, made, "The subscription is made");
    }

    private static async Task<IResult> AnswerAsync(
        string? after, string? done, SubscriptionEntry? entered, ISubscriptionStore subscriptions, ISubscriberStore subscribers,
        IDispatchStore dispatches, IDeliveryStore deliveries, CancellationToken cancellationToken)
    {
        var found = await subscriptions.ListAsync(null, string.IsNullOrEmpty(after) ? null : after, PageSize + 1, cancellationToken);
        var shown = found.Take(PageSize).ToList();
        var ids = shown.Select(subscription => subscription.Id).ToList();
        var sending = await dispatches.FindAllAsync(ids, cancellationToken);
        var counts = await deliveries.CountAsync(ids, cancellationToken);
        var items = shown.Select(subscription => Item(subscription, sending.GetValueOrDefault(subscription.Id), counts[subscription.Id])).ToList();
        var next = found.Count > PageSize ? found[PageSize - 1].Id : null;
        var known = await subscribers.ListAsync(null, MostSubscribers, cancellationToken);
        return PageLayout.Answer("Subscriptions", Html.Of($"""
            <div class="head">
            <h1>Subscriptions</h1>
            <ul class="counts"><li><a href="{SubscriptionPages.SubscribersPath}">Subscribers and their tokens</a></li></ul>
            </div>
            {SubscriptionViews.Notice(done, null)}
            <details class="more"{Html.Trusted(entered is not null || found.Count == 0 ? " open" : "")}><summary>Subscribe</summary>
            {SubscriptionForm.Render(entered ?? SubscriptionEntry.New, known)}
            </details>
            {Html.If(items.Count == 0, () => Html.Of($"""<p class="empty">No subscriptions yet.</p>"""))}
            <ol class="articles subscriptions">{Html.Join(items)}</ol>
            {Html.If(next is not null, () => Html.Of($"""
                <nav class="paging" aria-label="Pages"><a rel="next" href="{QueryHelpers.AddQueryString(SubscriptionPages.Path, "after", next!)}">Next</a></nav>
                """))}
            """), entered is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Html Item(Subscription subscription, Dispatch? dispatch, IReadOnlyDictionary<DeliveryState, long> counts) => Html.Of($"""
        <li>
        <h2><bdi><a href="{SubscriptionPages.Of(subscription.Id)}">{subscription.Name ?? subscription.Endpoint}</a></bdi></h2>
        <p class="meta">
        {SubscriptionViews.Badge(subscription, dispatch)}
        <span>{FilterWords.Of(subscription.Format)}</span>
        {Html.If(subscription.SubscriberId is not null, () => Html.Of($"<span>of {subscription.SubscriberId}</span>"))}
        {SubscriptionViews.Counts(counts)}
        {Html.If(dispatch?.FailingSince is not null, () => Html.Of($"""<span class="removed">failing since {Numbers.Instant(dispatch!.FailingSince!.Value)}</span>"""))}
        </p>
        <p class="address">{SafeLink.To(subscription.Endpoint)}</p>
        <p class="address">{FilterWords.Of(subscription.Filter)}</p>
        {Html.If(dispatch is { FailingSince: not null, LastFailure: not null }, () => Html.Of($"""<p class="error">{dispatch!.LastFailure}</p>"""))}
        </li>
        """);
}
