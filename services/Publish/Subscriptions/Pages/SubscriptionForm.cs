using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage.Subscriptions;
using static Ingestion.Publish.Subscriptions.Pages.SubscriptionFields;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>The form that makes a subscription.</summary>
internal static class SubscriptionForm
{
    /// <summary>The form, with what was entered before.</summary>
    public static Html Render(SubscriptionEntry entry, IReadOnlyList<Subscriber> subscribers) => Html.Of($"""
        <form method="post" action="{SubscriptionPages.Path}" class="fields">
        {Summary(entry)}
        {Target(entry)}
        {Field(entry, "signature", attributes => Html.Of($"""
            <select name="signature"{attributes}>{Option("v1", "v1, a shared secret", entry.Body.Signature != "v1a")}{Option("v1a", "v1a, a public key", entry.Body.Signature == "v1a")}</select>
            """))}
        {Html.If(subscribers.Count > 0 || entry.Body.Subscriber is not null, () => Owner(entry, subscribers))}
        {Start(entry)}
        {Limits(entry)}
        {Filter(entry)}
        <p class="buttons"><button>Subscribe</button></p>
        </form>
        """);

    private static Html Owner(SubscriptionEntry entry, IReadOnlyList<Subscriber> subscribers) => Field(entry, "subscriber", attributes => Html.Of($"""
        <select name="subscriber"{attributes}>{Option("", "none: the operator's own", entry.Body.Subscriber is null)}{Html.Join(
            subscribers.Select(subscriber => Option(subscriber.Id, subscriber.Name, entry.Body.Subscriber == subscriber.Id)))}</select>
        """));

    private static Html Start(SubscriptionEntry entry) => Html.Of($"""
        {Field(entry, "start", attributes => Html.Of($"""
            <select name="start"{attributes}>{Option("now", "from now on", entry.Body.Start != "beginning")}{Option("beginning", "from the beginning: all that is there", entry.Body.Start == "beginning")}</select>
            """))}
        <div class="field"><label for="field-start-at">Or what was published since, UTC</label> <input id="field-start-at" type="datetime-local" name="startAt" value="{entry.StartAt}"></div>
        """);
}
