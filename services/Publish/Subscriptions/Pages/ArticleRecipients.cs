using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>The part of the operator's article page that shows who got which version.</summary>
internal static class ArticleRecipients
{
    private static readonly string[] States = ["acknowledged", "outstanding", "failed"];

    public static Html Render(IReadOnlyList<RecipientContent> recipients) => Html.Of($"""
        <section class="history" aria-labelledby="recipients">
        <h2 id="recipients">Who got which version</h2>
        {(recipients.Count == 0 ? Html.Of($"<p>It was to go to nobody.</p>") : Html.Of($"""
            {Withdrawals(recipients)}
            <table class="recipients">
            <thead><tr><th scope="col">Subscription</th><th scope="col">Acknowledged</th>{Html.If(recipients.Any(IsWithdrawn), () => Html.Of($"""<th scope="col">Withdrawal</th>"""))}<th scope="col">Deliveries</th></tr></thead>
            <tbody>{Html.Join(recipients.Select(recipient => Row(recipient, recipients.Any(IsWithdrawn))))}</tbody>
            </table>
            """))}
        </section>
        """);

    /// <summary>How far a withdrawal is, in a line.</summary>
    private static Html Withdrawals(IReadOnlyList<RecipientContent> recipients)
    {
        var states = recipients.Where(IsWithdrawn).ToLookup(recipient => recipient.Withdrawal);
        var told = states.Sum(state => state.Count());
        return Html.If(told > 0, () => Html.Of($"""
            <p>The withdrawal goes to {Numbers.Count(told, "subscription", "subscriptions")}: {string.Join(
                ", ", States.Where(states.Contains).Select(state => $"{Numbers.Count(states[state].Count())} {state}"))}.</p>
            """));
    }

    private static bool IsWithdrawn(RecipientContent recipient) => recipient.Withdrawal is not null;

    private static Html Row(RecipientContent recipient, bool withWithdrawal) => Html.Of($"""
        <tr>
        <th scope="row"><a href="{SubscriptionPages.Of(recipient.SubscriptionId)}">{recipient.Endpoint ?? $"{recipient.SubscriptionId}, deleted"}</a>{Html.If(
            recipient.Subscriber is not null, () => Html.Of($" of {recipient.Subscriber}"))}</th>
        <td data-label="Acknowledged">{(recipient.LastAcknowledged is { } version ? Html.Of($"version {version}") : Html.Of($"nothing"))}</td>
        {Html.If(withWithdrawal, () => Html.Of($"""<td data-label="Withdrawal">{recipient.Withdrawal ?? "none"}</td>"""))}
        <td data-label="Deliveries">{Html.Join(recipient.Deliveries.Select(Delivery))}</td>
        </tr>
        """);

    private static Html Delivery(DeliveryContent delivery) => Html.Of($"""
        <div>{SubscriptionViews.Badge(delivery.State)} {(delivery.Kind == ChangeKind.Withdrawal ? "withdrawal" : $"version {delivery.Version}")}{Html.If(
            delivery.DeliveredAt is not null, () => Html.Of($", {Numbers.Instant(delivery.DeliveredAt!.Value)}"))}</div>
        """);
}
