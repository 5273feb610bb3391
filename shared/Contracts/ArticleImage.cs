namespace Ingestion.Contracts;

/// <summary>An image of an article.</summary>
/// <param name="Url">Absolute URL.</param>
/// <param name="Alt">The alternative text.</param>
/// <param name="Caption">The caption.</param>
public sealed record ArticleImage(string Url, string? Alt = null, string? Caption = null);
