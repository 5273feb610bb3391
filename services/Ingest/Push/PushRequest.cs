namespace Ingestion.Ingest.Push;

/// <summary>
/// A push as JSON, over HTTP and over AMQP alike. Exactly one of <see cref="Html"/>, <see cref="Text"/> and
/// <see cref="RawBase64"/> carries the content.
/// </summary>
internal sealed record PushRequest
{
    /// <summary>Who sends: a name of your choice for the feed, up to 128 characters.</summary>
    public string? Source { get; init; }

    /// <summary>The source's own id of the article (guid, uri): what makes a later push a correction of this one.</summary>
    public string? Id { get; init; }

    /// <summary>Where the page stands, absolute http(s); base of its relative links, and its identity where there is no id.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published, ISO 8601: a day, a time, or an instant.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>The title, if it is known.</summary>
    public string? Title { get; init; }

    /// <summary>The language where the page declares none, a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The licence under which the article may be used: its name, an SPDX id or a URL.</summary>
    public string? Licence { get; init; }

    /// <summary>Not to be published before, ISO 8601 to the second; UTC where no offset is given.</summary>
    public string? EmbargoedUntil { get; init; }

    /// <summary>To be withdrawn then, ISO 8601 to the second; UTC where no offset is given.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>The page as HTML.</summary>
    public string? Html { get; init; }

    /// <summary>The article as plain text.</summary>
    public string? Text { get; init; }

    /// <summary>The page's bytes, base64; needs <see cref="ContentType"/>.</summary>
    public string? RawBase64 { get; init; }

    /// <summary>
    /// Media type of <see cref="RawBase64"/>: text/html, application/xhtml+xml or text/plain, with a charset if one was
    /// declared.
    /// </summary>
    public string? ContentType { get; init; }
}
