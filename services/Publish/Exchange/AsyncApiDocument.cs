namespace Ingestion.Publish.Exchange;

/// <summary>GET /asyncapi.json: what goes over RabbitMQ (AsyncAPI 3).</summary>
internal static class AsyncApiDocument
{
    /// <summary>The document, UTF-8.</summary>
    public static byte[] Json { get; } = Read();

    public static IResult Handle() => Results.Bytes(Json, "application/json; charset=utf-8");

    private static byte[] Read()
    {
        using var resource = typeof(AsyncApiDocument).Assembly.GetManifestResourceStream("Ingestion.Publish.Exchange.asyncapi.json")
            ?? throw new InvalidOperationException("The AsyncAPI document is missing from the assembly.");
        using var memory = new MemoryStream();
        resource.CopyTo(memory);
        return memory.ToArray();
    }
}
