using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>The part of the operator's article page that shows who got which version.</summary>
internal static class ArticleRecipients
{
    public static Html Render(IReadOnlyList<RecipientContent> recipients) => Html.Of($"""
        <section class="history" aria-labelledby="recipients">
        <h2 id="recipients">Who got which version</h2>
        {(recipients.Count == 0 ? Html.Of($"<p>It was to go to nobody.</p>") : Html.Of($"""
            <div class="scroll" tabindex="0" role="group" aria-label="Who got which version"><table class="timeline">
            <thead><tr><th scope="col">Subscription</th><th scope="col">Acknowledged</th><th scope="col">Withdrawal</th><th scope="col">Deliveries</th></tr></thead>
            <tbody>{Html.Join(recipients.Select(Row))}</tbody>
            </table></div>
            """))}
        </section>
        """);

    private static Html Row(RecipientContent recipient) => Html.Of($"""
        <tr>
        <th scope="row"><a href="{SubscriptionPages.Of(recipient.SubscriptionId)}">{recipient.Endpoint ?? $"{recipient.SubscriptionId}, deleted"}</a>{Html.If(
            recipient.Subscriber is not null, () => Html.Of($" of {recipient.Subscriber}"))}</th>
        <td>{(recipient.LastAcknowledged is { } version ? Html.Of($"version {version}") : Html.Of($"nothing"))}</td>
        <td>{recipient.Withdrawal}</td>
        <td>{Html.Join(recipient.Deliveries.Select(Delivery))}</td>
        </tr>
        """);

    private static Html Delivery(DeliveryContent delivery) => Html.Of($"""
        <div>{SubscriptionViews.Badge(delivery.State)} {(delivery.Kind == ChangeKind.Withdrawal ? "withdrawal" : $"version {delivery.Version}")}{Html.If(
            delivery.DeliveredAt is not null, () => Html.Of($", {Numbers.Instant(delivery.DeliveredAt!.Value)}"))}</div>
        """);
}
