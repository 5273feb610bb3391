using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Ingest.Push;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Idempotency;

/// <summary>
/// Honours Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the same key with the same request gets the first
/// answer again, with another request 422, while the first is being answered 409. Only answers of 2xx are kept.
/// </summary>
internal sealed class IdempotencyFilter(IIdempotencyStore store, IOptions<IngestOptions> options, TimeProvider clock) : IEndpointFilter
{
    private const string Header = "Idempotency-Key";
    private const int MaxKeyLength = 255;
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(5);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0) return await next(context);
        if (key.Length > MaxKeyLength)
            return Results.Problem(detail: $"{Header} has {key.Length} characters, more than the {MaxKeyLength} allowed.", statusCode: StatusCodes.Status400BadRequest);

        var body = await BodyReader.ReadAsync(http.Request, options.Value.MaxBodyBytes, options.Value.BodyTimeout, http.RequestAborted);
        if (body.Problem is not null) return body.Problem;
        http.Request.Body = new MemoryStream(body.Content); // to be read again
        var fingerprint = Fingerprint(http.Request, body.Content);
        // A key belongs to its caller: two tokens never meet in one.
        var scoped = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{http.Request.Headers.Authorization}\n{key}")));
        var entry = await store.BeginAsync(scoped, fingerprint, clock.GetUtcNow(), Lock, http.RequestAborted);
        return entry.State switch
        {
            IdempotencyState.Started => await AnswerAsync(scoped, context, next),
            IdempotencyState.Completed => Results.Content(entry.Body, "application/json; charset=utf-8", Encoding.UTF8, entry.StatusCode),
            IdempotencyState.InProgress => Problems.Conflict($"A request with the {Header} '{key}' is being answered. Send it again in a moment."),
            _ => Problems.KeyReused(key),
        };
    }

    private async Task<object?> AnswerAsync(string key, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        object? result = null;
        try
        {
            result = await next(context);
        }
        finally
        {
            // Whatever the caller does meanwhile, the key must not stay locked.
            if (result is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 and var status } and IValueHttpResult { Value: { } value })
            {
                var body = JsonSerializer.Serialize(value, value.GetType(), IngestionJson.Options);
                await store.CompleteAsync(key, status, body, clock.GetUtcNow() + options.Value.IdempotencyKept, CancellationToken.None);
            }
            else
            {
                await store.ReleaseAsync(key, CancellationToken.None);
            }
        }
        return result;
    }

    /// <summary>SHA-256 over method, path, query, type and body.</summary>
    private static string Fingerprint(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.ContentType}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
