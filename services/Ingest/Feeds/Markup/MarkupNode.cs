namespace Ingestion.Ingest.Feeds.Markup;

/// <summary>A node of a document that was read by <see cref="MarkupParser"/>.</summary>
internal abstract class MarkupNode;

/// <summary>Text, with its references resolved; CDATA is text.</summary>
internal sealed class MarkupText(string value) : MarkupNode
{
    /// <summary>The characters.</summary>
    public string Value { get; } = value;
}

/// <summary>An attribute.</summary>
/// <param name="Name">Its name as written, prefix included.</param>
/// <param name="Value">Its value, references resolved.</param>
internal readonly record struct MarkupAttribute(string Name, string Value);
