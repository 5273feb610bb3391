using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>Shows what a receiver checks signatures with.</summary>
internal static class SecretPage
{
    public static IResult Answer(HttpContext http, Subscription subscription, string title)
    {
        http.Response.Headers.CacheControl = "no-store";
        var content = SubscriptionContent.WithSecret(subscription);
        return PageLayout.Answer(title, Html.Of($"""
            <h1>{title}</h1>
            <p>Deliveries to {SafeLink.To(subscription.Endpoint)} are signed after Standard Webhooks, {content.Signature}. Check them with this:</p>
            <pre class="secret" tabindex="0"><code>{content.Secret ?? content.PublicKey}</code></pre>
            <p><a href="{SubscriptionPages.Of(subscription.Id)}">To the subscription</a></p>
            """));
    }
}
