using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.CloudEvents;

/// <summary>
/// CloudEvents in binary mode: the attributes are headers, the body is the data (HTTP binding 1.0, section 3.1; AMQP binding,
/// 3.1).
/// </summary>
internal static class BinaryCloudEvent
{
    /// <summary>Prefix of the headers over HTTP.</summary>
    public const string HttpPrefix = "ce-";

    /// <summary>Prefixes of the headers over AMQP; the underscore is for brokers and JMS clients that take no colon.</summary>
    public static readonly string[] AmqpPrefixes = ["cloudEvents:", "cloudEvents_"];

    /// <summary>The event's attributes; null if the message is no event.</summary>
    /// <param name="header">Gives the value of a header.</param>
    /// <param name="prefix">What the attributes' headers begin with.</param>
    public static CloudEventAttributes? Read(Func<string, string?> header, string prefix) =>
        header($"{prefix}specversion") is not { Length: > 0 } version ? null
            : new CloudEventAttributes(version, header($"{prefix}id"), header($"{prefix}source"), header($"{prefix}type"),
                header($"{prefix}subject"));

    /// <summary>The articles in the event.</summary>
    public static IReadOnlyList<IncomingArticle> Articles(CloudEventAttributes attributes, PushDocument document, PushErrors errors)
    {
        attributes.Check(errors);
        if (errors.Any) return [];
        return attributes.IsWithdrawal ? [attributes.Withdrawal()]
            : attributes.ReadData(document.Content, document.ContentType, document.Hints, errors);
    }
}
