using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>What is done with a subscription on its page.</summary>
internal static class SubscriptionForms
{
    public static async Task<IResult> PauseAsync(string id, SubscriptionStates states, CancellationToken cancellationToken) =>
        await states.PauseAsync(id, cancellationToken) is null ? SubscriptionPage.Missing(id) : new SeeOther($"{SubscriptionPages.Of(id)}?done=paused");

    public static async Task<IResult> ResumeAsync(string id, HttpRequest request, SubscriptionStates states, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(request, cancellationToken);
        return await states.ResumeAsync(id, form["pending"] == "skip", cancellationToken) is null
            ? SubscriptionPage.Missing(id)
            : new SeeOther($"{SubscriptionPages.Of(id)}?done=resumed");
    }

    public static async Task<IResult> RotateAsync(
        string id, HttpContext http, ISubscriptionStore subscriptions, SubscriptionMaker maker, SubscriptionPageReader reader,
        CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id, cancellationToken) is not { } subscription) return SubscriptionPage.Missing(id);
        if (subscription.Transport == Transport.Webhook && await maker.RotateAsync(subscription, cancellationToken) is { } rotated)
            return SecretPage.Answer(http, rotated, "The new secret. The old one signs beside it for 24 hours");
        var error = SubscriptionViews.Notice(null, subscription.Transport == Transport.WebSub
            ? "Its secret is the subscriber's own, changed by subscribing again at the hub."
            : "It was changed by somebody else at the same time. Try again.");
        return await SubscriptionPage.AnswerAsync(id, reader, new PageNotice(error, IsError: true), cancellationToken);
    }

    public static async Task<IResult> TestAsync(
        string id, ISubscriptionStore subscriptions, TestSend test, SubscriptionPageReader reader, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id, cancellationToken) is not { } subscription) return SubscriptionPage.Missing(id);
        var result = await test.SendAsync(subscription, cancellationToken);
        var isTaken = result.Verdict == Deliveries.AttemptVerdict.Acknowledged;
        var notice = Html.Of($"""
            <div class="{(isTaken ? "done" : "error")}" role="status"><p><b>The test event was {(isTaken ? "taken" : "not taken")}.</b> {DeliveryViews.Attempt(result.Log)}</p></div>
            """);
        // The page did what was asked for, whatever the endpoint answered.
        return await SubscriptionPage.AnswerAsync(id, reader, new PageNotice(notice, IsError: false), cancellationToken);
    }

    public static async Task<IResult> DeleteAsync(string id, ISubscriptionStore subscriptions, CancellationToken cancellationToken)
    {
        await subscriptions.DeleteAsync(id, cancellationToken);
        return new SeeOther($"{SubscriptionPages.Path}?done=deleted");
    }

    /// <summary>The forms.</summary>
    public static Html Render(Subscription subscription, IReadOnlyDictionary<DeliveryState, long> counts) => Html.Of($"""
        {(subscription.State == SubscriptionState.Active ? Html.Of($"""<div class="buttons">{Button(subscription.Id, "pause", "Pause")}</div>""") : Resume(subscription.Id, counts))}
        {Html.If(subscription.Transport == Transport.Webhook, () => Html.Of($"""
            <div class="buttons">{Button(subscription.Id, "test", "Send a test")} {Button(subscription.Id, "rotate", "New secret")}</div>
            """))}
        <details><summary>Delete it</summary>
        <p>What was delivered stays on record as proof; what was not is not sent any more, withdrawals neither.</p>
        <div class="buttons">{Button(subscription.Id, "delete", "Delete")}</div></details>
        """);

    private static Html Resume(string id, IReadOnlyDictionary<DeliveryState, long> counts) => Html.Of($"""
        <form method="post" action="{SubscriptionPages.Of(id)}/resume" class="fields">
        <label>{Numbers.Count(counts.GetValueOrDefault(DeliveryState.Pending), "delivery was", "deliveries were")} kept meanwhile
        <select name="pending"><option value="send">send them</option><option value="skip">skip them, but for withdrawals</option></select></label>
        <button>Resume</button>
        </form>
        """);

    private static Html Button(string id, string action, string text) =>
        Html.Of($"""<form method="post" action="{SubscriptionPages.Of(id)}/{action}"><button>{text}</button></form>""");
}
