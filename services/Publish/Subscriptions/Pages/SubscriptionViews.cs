using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>Small pieces of the pages about subscriptions.</summary>
internal static class SubscriptionViews
{
    /// <summary>The state of a subscription, and whether it fails.</summary>
    public static Html Badge(Subscription subscription, Dispatch? dispatch)
    {
        var state = subscription.State == SubscriptionState.Active && dispatch?.FailingSince is not null
            ? "failing"
            : subscription.State.ToString().ToLowerInvariant();
        return Html.Of($"""<span class="state subscription-{state}">{state}</span>""");
    }

    /// <summary>The state of a delivery.</summary>
    public static Html Badge(DeliveryState state) => Html.Of($"""<span class="state delivery-{FilterWords.Of(state)}">{FilterWords.Of(state)}</span>""");

    /// <summary>How many deliveries are in each state.</summary>
    public static Html Counts(IReadOnlyDictionary<DeliveryState, long> counts) => counts.Count == 0
        ? Html.Of($"<span>nothing sent yet</span>")
        : Html.Of($"<span>{string.Join(", ", counts.OrderBy(count => count.Key).Select(count => $"{Numbers.Count(count.Value)} {FilterWords.Of(count.Key)}"))}</span>");

    /// <summary>A name and its value.</summary>
    public static Html Fact(string name, Html value) => Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    /// <summary>Why a form did nothing.</summary>
    public static Html Error(Html text) => Html.Of($"""<div class="error" role="alert"><p>{text}</p></div>""");

    /// <summary>What a form did, or why it did nothing.</summary>
    public static Html Notice(string? done, string? error)
    {
        if (error is not null) return Error(Html.Of($"{error}"));
        var words = done switch
        {
            "paused" => "Paused. What happens meanwhile is kept.",
            "changed" => "Saved.",
            "resumed" => "Resumed.",
            "deleted" => "Deleted. What was delivered stays on record.",
            "redelivered" => "It is sent again at once.",
            "added" => "Added.",
            "revoked" => "Revoked. The token is refused from now on.",
            not null when done.StartsWith("recovered-", StringComparison.Ordinal)
                && long.TryParse(done["recovered-".Length..], System.Globalization.CultureInfo.InvariantCulture, out var count) =>
                $"{Numbers.Count(count, "delivery is", "deliveries are")} sent again.",
            _ => null,
        };
        return words is null ? Html.Empty : Html.Of($"""<p class="done" role="status">{words}</p>""");
    }
}
