using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions;

/// <summary>What is wrong with what a subscription is to be made or changed with, by field: the same for the API and the pages.</summary>
internal sealed class SubscriptionChecks(ISubscriberStore subscribers)
{
    /// <summary>Of a new one.</summary>
    public async Task<Dictionary<string, string[]>> OfNewAsync(SubscriptionBody body, SubscriptionCaller caller, CancellationToken cancellationToken)
    {
        var errors = body.Validate();
        if (body.Subscriber is not { } subscriber) return errors;
        if (!caller.Owns(subscriber)) errors["subscriber"] = [$"'{subscriber}' is not you: leave it out."];
        else if (await subscribers.FindAsync(subscriber, cancellationToken) is null)
            errors["subscriber"] = [$"There is no subscriber '{subscriber}'."];
        return errors;
    }

    /// <summary>Of a change.</summary>
    public static Dictionary<string, string[]> OfChange(SubscriptionBody body)
    {
        var errors = body.Validate();
        foreach (var (name, value) in new[]
                 {
                     ("signature", body.Signature), ("secret", body.Secret), ("start", body.Start), ("subscriber", body.Subscriber),
                 })
        {
            if (value is not null) errors[name] = ["It counts when a subscription is made. To change the secret, POST .../rotate."];
        }
        return errors;
    }
}
