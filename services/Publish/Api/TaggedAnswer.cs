using System.Security.Cryptography;
using System.Text.Json;
using Ingestion.Contracts;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Publish.Api;

/// <summary>Answers with a body and its entity tag, so that a reader who has it already gets 304 (RFC 9110, 13.1.2).</summary>
internal static class TaggedAnswer
{
    /// <summary>A record as JSON.</summary>
    public static IResult Json<T>(T value) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(value, IngestionJson.Options), "application/json; charset=utf-8");

    /// <summary>A body of any type. If-None-Match is honoured by the result itself.</summary>
    public static IResult Bytes(byte[] body, string contentType) =>
        Results.Bytes(body, contentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\""));
}
