using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>Deliveries with their attempts.</summary>
internal static class DeliveryViews
{
    /// <summary>Links to the deliveries in each state.</summary>
    public static Html Filter(string id, DeliveryState? chosen) => Html.Of($"""
        <p class="links">{Link(SubscriptionPages.Of(id), "all", chosen is null)}{Html.Join(Enum.GetValues<DeliveryState>().Select(state =>
            Link($"{SubscriptionPages.Of(id)}?state={FilterWords.Of(state)}", FilterWords.Of(state), chosen == state)))}</p>
        """);

    /// <summary>The deliveries.</summary>
    public static Html List(SubscriptionPageContent content) => content.Deliveries.Count == 0
        ? Html.Of($"<p>None.</p>")
        : Html.Of($"""<ol class="entries deliveries">{Html.Join(content.Deliveries.Select(delivery => Item(delivery, content)))}</ol>""");

    /// <summary>Links to older deliveries, and back to the newest.</summary>
    public static Html Paging(SubscriptionPageContent content)
    {
        var query = content.Query;
        var path = SubscriptionPages.Of(query.SubscriptionId);
        var first = query.State is { } state ? QueryHelpers.AddQueryString(path, "state", FilterWords.Of(state)) : path;
        return Html.If(query.Before is not null || content.Next is not null, () => Html.Of($"""
            <nav class="paging" aria-label="Pages">
            {Html.If(query.Before is not null, () => Html.Of($"""<a href="{first}">Newest</a>"""))}
            {Html.If(content.Next is not null, () => Html.Of($"""<a rel="next" href="{QueryHelpers.AddQueryString(first, "before", $"{content.Next}")}">Older</a>"""))}
            </nav>
            """));
    }

    private static Html Item(Delivery delivery, SubscriptionPageContent content) => Html.Of($"""
        <li>
        <p class="title" dir="auto"><a href="/articles/{delivery.ArticleId}">{content.TitleOf(delivery)}</a></p>
        <p class="meta">{SubscriptionViews.Badge(delivery.State)} <span>{FilterWords.OfOne(delivery.Kind)}</span> <span>version {delivery.Version}</span></p>
        <p class="when">made {Numbers.Instant(delivery.CreatedAt)}{Due(delivery, content)}</p>
        {Html.If(delivery.Attempts.Count > 0, () => Html.Of($"""
            <details><summary>{Numbers.Count(delivery.Attempts.Count, "attempt", "attempts")}, the last: {Outcome(delivery.Attempts[^1])}</summary>
            <ol class="attempts">{Html.Join(delivery.Attempts.Reverse().Select(attempt => Html.Of($"<li>{Attempt(attempt)}</li>")))}</ol></details>
            """))}
        {Html.If(delivery.State != DeliveryState.Pending, () => Html.Of($"""
            <form method="post" action="{SubscriptionPages.Of(delivery.SubscriptionId)}/deliveries/{delivery.Id}/redeliver"><button class="plain">Send again<span class="unseen"> {delivery.Id}</span></button></form>
            """))}
        </li>
        """);

    /// <summary>One attempt with the answer.</summary>
    public static Html Attempt(DeliveryAttempt attempt) => Html.Of($"""
        {Numbers.Instant(attempt.At)}, {Outcome(attempt)}
        {Html.If(attempt.Answer is not null, () => Html.Of($"""<pre tabindex="0">{attempt.Answer}</pre>"""))}
        """);

    private static string Outcome(DeliveryAttempt attempt) =>
        $"{(attempt.Status is { } status ? $"HTTP {status}" : attempt.Error)} after {Numbers.Milliseconds(attempt.Milliseconds)}";

    private static Html Due(Delivery delivery, SubscriptionPageContent content) => delivery switch
    {
        { DueAt: not null } when content.Subscription.State != SubscriptionState.Active => Html.Of($", kept until the subscription is resumed"),
        { DueAt: { } due } when due > content.Now => Html.Of($", due {Numbers.Instant(due)}"),
        { DueAt: not null } => Html.Of($", waits for its turn"),
        { DeliveredAt: { } at } => Html.Of($", acknowledged {Numbers.Instant(at)}"),
        _ => Html.Empty,
    };

    private static Html Link(string path, string text, bool isChosen) =>
        isChosen ? Html.Of($"<b>{text}</b> ") : Html.Of($"""<a href="{path}">{text}</a> """);
}
