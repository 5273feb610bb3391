using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>What a subscriber is set up with.</summary>
/// <param name="Name">What people call it.</param>
internal sealed record SubscriberBody(string Name);

/// <summary>What a token is made with.</summary>
/// <param name="Name">What it is for.</param>
internal sealed record SubscriberTokenBody(string? Name = null);

/// <summary>A token that was made now.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Token">The token itself: keep it, it is shown here only.</param>
/// <param name="Name">What it is for.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record CreatedSubscriberToken(string Id, string Token, string? Name, DateTimeOffset CreatedAt);

/// <summary>A subscriber.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="Tokens">Its tokens, without what they are.</param>
internal sealed record SubscriberContent(string Id, string Name, DateTimeOffset CreatedAt, IReadOnlyList<SubscriberTokenContent> Tokens)
{
    public static SubscriberContent From(Subscriber subscriber) => new(
        subscriber.Id, subscriber.Name, subscriber.CreatedAt,
        [.. subscriber.Tokens.Select(token => new SubscriberTokenContent(token.Id, token.Name, token.CreatedAt))]);
}

/// <summary>A token in a list.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Name">What it is for.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record SubscriberTokenContent(string Id, string? Name, DateTimeOffset CreatedAt);

/// <summary>A page of subscribers.</summary>
/// <param name="Items">The subscribers, in order of their ids.</param>
/// <param name="Next">What to ask for next as <c>after</c>; absent on the last page.</param>
internal sealed record SubscriberList(IReadOnlyList<SubscriberContent> Items, string? Next);
