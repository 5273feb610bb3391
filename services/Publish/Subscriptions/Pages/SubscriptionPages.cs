using Ingestion.Hosting;
using Ingestion.Hosting.Access;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>The operator's pages about subscriptions and subscribers. They need no script: every change is a form.</summary>
internal static class SubscriptionPages
{
    /// <summary>The list's path; a subscription's page is below it.</summary>
    public const string Path = "/subscriptions";

    /// <summary>The path of the page of subscribers.</summary>
    public const string SubscribersPath = "/subscribers";

    public static void MapSubscriptionPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().RequireOperator().AnswerHead();
        pages.MapGet(Path, SubscriptionListPage.HandleAsync);
        pages.MapPost(Path, SubscriptionListPage.CreateAsync);
        pages.MapGet($"{Path}/{{id}}", SubscriptionPage.HandleAsync);
        pages.MapPost($"{Path}/{{id}}/pause", SubscriptionForms.PauseAsync);
        pages.MapPost($"{Path}/{{id}}/resume", SubscriptionForms.ResumeAsync);
        pages.MapPost($"{Path}/{{id}}/rotate", SubscriptionForms.RotateAsync);
        pages.MapPost($"{Path}/{{id}}/test", SubscriptionForms.TestAsync);
        pages.MapPost($"{Path}/{{id}}/change", ChangeForm.HandleAsync);
        pages.MapPost($"{Path}/{{id}}/delete", SubscriptionForms.DeleteAsync);
        pages.MapPost($"{Path}/{{id}}/redeliver", DeliveryForms.RecoverAsync);
        pages.MapPost($"{Path}/{{id}}/deliveries/{{deliveryId}}/redeliver", DeliveryForms.RedeliverAsync);
        pages.MapGet(SubscribersPath, SubscribersPage.HandleAsync);
        pages.MapPost(SubscribersPath, SubscribersPage.AddAsync);
        pages.MapPost($"{SubscribersPath}/{{id}}/tokens", SubscribersPage.CreateTokenAsync);
        pages.MapPost($"{SubscribersPath}/{{id}}/tokens/{{tokenId}}/delete", SubscribersPage.DeleteTokenAsync);
    }

    /// <summary>A subscription's page.</summary>
    public static string Of(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    /// <summary>What is below a subscriber.</summary>
    public static string OfSubscriber(string id) => $"{SubscribersPath}/{Uri.EscapeDataString(id)}";
}
