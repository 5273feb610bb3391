using System.Globalization;
using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>GET /subscriptions/{id}: how it does, what was sent last, and all that can be done with it.</summary>
internal static class SubscriptionPage
{
    public static Task<IResult> HandleAsync(
        string id, string? done, string? state, string? before, SubscriptionPageReader reader, CancellationToken cancellationToken) =>
        AnswerAsync(
            id, reader, new PageNotice(SubscriptionViews.Notice(done, null), IsError: false), cancellationToken,
            Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
            long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null);

    /// <summary>The page, with what came of a form above it.</summary>
    public static async Task<IResult> AnswerAsync(
        string id, SubscriptionPageReader reader, PageNotice notice, CancellationToken cancellationToken, DeliveryState? state = null,
        long? before = null) =>
        await reader.ReadAsync(id, state, before, cancellationToken) is { } content
            ? PageLayout.Answer(
                content.Subscription.Name ?? content.Subscription.Endpoint, Render(content, notice),
                notice.IsError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Missing(id);

    private static Html Render(SubscriptionPageContent content, PageNotice notice)
    {
        var subscription = content.Subscription;
        return Html.Of($"""
            <p class="up"><a href="{SubscriptionPages.Path}">Subscriptions</a></p>
            <div class="head">
            <h1><bdi>{subscription.Name ?? subscription.Endpoint}</bdi></h1>
            <p class="meta">{SubscriptionViews.Badge(subscription, content.Dispatch)} <code>{subscription.Id}</code></p>
            </div>
            {notice.Text}
            {Html.If(subscription.StateReason is not null, () => Html.Of($"""<p class="banner">{subscription.StateReason}</p>"""))}
            <div class="columns wide aside-first">
            <aside>
            <section aria-labelledby="facts"><h2 id="facts">Facts</h2>{Facts(subscription, content.Dispatch, content.Counts)}</section>
            <section aria-labelledby="steer"><h2 id="steer">Steer</h2>{SubscriptionForms.Render(subscription, content.Counts)}</section>
            {Html.If(subscription.Transport == Transport.Webhook, () => Html.Of($"""
                <section aria-labelledby="change"><h2 id="change">Change</h2>{ChangeForm.Render(subscription, notice.Entered)}</section>
                """))}
            <section aria-labelledby="again"><h2 id="again">Send again</h2>{DeliveryForms.Render(subscription.Id, content.Now)}</section>
            </aside>
            <div>
            <section aria-labelledby="deliveries"><h2 id="deliveries">Deliveries</h2>
            {DeliveryViews.Filter(subscription.Id, content.Query.State)}
            {DeliveryViews.List(content)}
            {DeliveryViews.Paging(content)}
            </section>
            </div>
            </div>
            """);
    }

    /// <summary>The answer where no subscription is.</summary>
    public static IResult Missing(string id) => ErrorPage.Answer(
        StatusCodes.Status404NotFound, "No such subscription", $"There is no subscription “{id}”. It may have been deleted.",
        Html.Of($"""<a href="{SubscriptionPages.Path}">All subscriptions</a>"""));

    private static Html Facts(Subscription subscription, Dispatch? dispatch, IReadOnlyDictionary<DeliveryState, long> counts)
    {
        var content = SubscriptionContent.From(subscription);
        return Html.Of($"""
            <dl class="facts">
            {SubscriptionViews.Fact("Endpoint", SafeLink.To(subscription.Endpoint))}
            {SubscriptionViews.Fact("Takes", Html.Of($"{FilterWords.Of(subscription.Filter)}"))}
            {SubscriptionViews.Fact("Format", Html.Of($"{FilterWords.Of(subscription.Format)}"))}
            {Html.If(content.Signature is not null, () => SubscriptionViews.Fact("Signature", Html.Of($"{content.Signature}")))}
            {Html.If(content.PublicKey is not null, () => SubscriptionViews.Fact("Public key", Html.Of($"<code>{content.PublicKey}</code>")))}
            {SubscriptionViews.Fact("Subscriber", Html.Of($"{subscription.SubscriberId ?? "none: the operator's own"}"))}
            {SubscriptionViews.Fact("At a time", Html.Of($"{subscription.Limits.Concurrency}"))}
            {Html.If(subscription.Limits.PerSecond is not null, () => SubscriptionViews.Fact("A second", Html.Of($"{subscription.Limits.PerSecond!.Value}")))}
            {SubscriptionViews.Fact("Deliveries", SubscriptionViews.Counts(counts))}
            {SubscriptionViews.Fact("Made", Numbers.Instant(subscription.CreatedAt))}
            {Html.If(dispatch?.LastSuccessAt is not null, () => SubscriptionViews.Fact("Last success", Numbers.Instant(dispatch!.LastSuccessAt!.Value)))}
            {Html.If(dispatch?.LastFailureAt is not null, () => SubscriptionViews.Fact("Last failure", Html.Of($"{Numbers.Instant(dispatch!.LastFailureAt!.Value)}: {dispatch.LastFailure}")))}
            {Html.If(dispatch?.FailingSince is not null, () => SubscriptionViews.Fact("Failing since", Numbers.Instant(dispatch!.FailingSince!.Value)))}
            {Html.If(dispatch?.BackfillAfter is not null, () => SubscriptionViews.Fact("The past", Html.Of($"sent up to change {dispatch!.BackfillAfter!.Value} of {dispatch.BackfillUntil}")))}
            </dl>
            """);
    }
}

/// <summary>What came of a form.</summary>
/// <param name="Text">In words.</param>
/// <param name="IsError">Whether it was not done.</param>
/// <param name="Entered">What was entered into the form of a change that was not taken.</param>
internal sealed record PageNotice(Html Text, bool IsError, SubscriptionEntry? Entered = null);
