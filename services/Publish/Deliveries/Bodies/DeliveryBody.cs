namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>What is posted: the same for all subscriptions that take a change in the same format.</summary>
/// <param name="ContentType">The body's type.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Headers">Headers that belong to the format.</param>
internal sealed record DeliveryBody(string ContentType, byte[] Bytes, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>A body without headers of its own.</summary>
    public DeliveryBody(string contentType, byte[] bytes) : this(contentType, bytes, [])
    {
    }
}
