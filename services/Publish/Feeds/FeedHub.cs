namespace Ingestion.Publish.Feeds;

/// <summary>The WebSub hub that feeds name. Registered by whoever maps it; without one feeds name none.</summary>
/// <param name="Path">Its path, relative to the service's root: "v1/hub".</param>
internal sealed record FeedHub(string Path);
