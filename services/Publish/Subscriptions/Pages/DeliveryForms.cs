using System.Globalization;
using Ingestion.Hosting;
using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage.Deliveries;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>Sends deliveries again: one, or all that failed since an instant.</summary>
internal static class DeliveryForms
{
    private const string InputFormat = "yyyy-MM-dd'T'HH:mm";

    public static async Task<IResult> RedeliverAsync(
        string id, string deliveryId, IDeliveryStore deliveries, Redelivery redelivery, SubscriptionPageReader reader,
        CancellationToken cancellationToken)
    {
        if (await deliveries.FindAsync(deliveryId, cancellationToken) is not { } delivery || delivery.SubscriptionId != id)
            return SubscriptionPage.Missing(id);
        var (again, title, detail) = await redelivery.RedeliverAsync(delivery, cancellationToken);
        return again is not null
            ? new SeeOther($"{SubscriptionPages.Of(id)}?done=redelivered")
            : await SubscriptionPage.AnswerAsync(
                id, reader, new PageNotice(SubscriptionViews.Notice(null, $"{title}. {detail}"), IsError: true), cancellationToken);
    }

    public static async Task<IResult> RecoverAsync(
        string id, HttpRequest request, Redelivery redelivery, SubscriptionPageReader reader, CancellationToken cancellationToken)
    {
        var since = (await PageForm.ReadAsync(request, cancellationToken))["since"].ToString();
        if (IsoInstant.Parse(since) is not { } instant)
        {
            var error = SubscriptionViews.Notice(null, $"'{since}' is no date and time, such as 2026-03-14T08:30.");
            return await SubscriptionPage.AnswerAsync(id, reader, new PageNotice(error, IsError: true), cancellationToken);
        }
        var recovered = await redelivery.RecoverAsync(id, instant, cancellationToken);
        return new SeeOther(string.Create(CultureInfo.InvariantCulture, $"{SubscriptionPages.Of(id)}?done=recovered-{recovered}"));
    }

    /// <summary>The form for all that failed.</summary>
    public static Html Render(string id, DateTimeOffset now) => Html.Of($"""
        <form method="post" action="{SubscriptionPages.Of(id)}/redeliver" class="fields">
        <label>All that failed since, UTC <input type="datetime-local" name="since" required value="{now.AddDays(-1).ToString(InputFormat, CultureInfo.InvariantCulture)}"></label>
        <button>Send again</button>
        </form>
        """);
}
