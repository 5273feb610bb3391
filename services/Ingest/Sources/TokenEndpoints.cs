using System.Text.Json;
using System.Text.Json.Serialization;
using Ingestion.Contracts;
using Ingestion.Hosting.Access;
using Ingestion.Storage;

namespace Ingestion.Ingest.Sources;

/// <summary>The API about tokens of sources.</summary>
internal static class TokenEndpoints
{
    private const int MaxBodyBytes = 4_096;

    private static readonly JsonSerializerOptions Json =
        IngestionJson.Configure(new JsonSerializerOptions { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow });

    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var tokens = app.MapGroup("/v1/sources/{id}/tokens").WithTags("Sources").RequireWriteAccess();

        tokens.MapPost("", CreateAsync)
            .Accepts<TokenBody>(isOptional: true, "application/json")
            .WithName("CreateToken")
            .WithSummary("Make a bearer token for a source")
            .WithDescription("The answer is the only place where the token is shown. Several hold at once: make the next, switch, delete the old.")
            .Produces<CreatedToken>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

        tokens.MapGet("", ListAsync)
            .WithName("ListTokens")
            .WithSummary("List a source's tokens")
            .WithDescription("When each was made and last used; the tokens themselves are not kept.")
            .Produces<TokenList>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        tokens.MapDelete("/{tokenId}", DeleteAsync)
            .WithName("DeleteToken")
            .WithSummary("Delete a token")
            .WithDescription("It is refused within seconds.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> CreateAsync(
        string id, HttpRequest request, TokenControl control, CancellationToken cancellationToken)
    {
        TokenBody? body;
        try
        {
            body = await ReadAsync(request, cancellationToken);
        }
        catch (JsonException e)
        {
            return Results.Problem(title: "The JSON cannot be read", detail: e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        var (made, error) = await control.CreateAsync(id, body?.Name, cancellationToken);
        if (made is not var (record, token)) return error!.ToResult();
        return Results.Json(new CreatedToken(record.Id, token, record.Name, record.CreatedAt), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(string id, ISourceStore sources, ISourceTokenStore store, CancellationToken cancellationToken) =>
        await sources.FindAsync(id, cancellationToken) is null
            ? TokenControl.NoSuchSource(id).ToResult()
            : Results.Json(new TokenList([.. (await store.ListAsync(id, cancellationToken))
                .Select(token => new TokenEntry(token.Id, token.Name, token.CreatedAt, token.LastUsedAt))]));

    private static async Task<IResult> DeleteAsync(string id, string tokenId, TokenControl control, CancellationToken cancellationToken) =>
        await control.DeleteAsync(id, tokenId, cancellationToken) is { } error ? error.ToResult() : Results.NoContent();

    private static async Task<TokenBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[MaxBodyBytes];
        var length = await request.Body.ReadAtLeastAsync(body, MaxBodyBytes, throwOnEndOfStream: false, cancellationToken);
        if (length == MaxBodyBytes) throw new JsonException($"The body has {MaxBodyBytes} bytes or more.");
        return length == 0 ? null : JsonSerializer.Deserialize<TokenBody>(body.AsSpan(0, length), Json);
    }

}

/// <summary>What a token is made with.</summary>
/// <param name="Name">What it is for.</param>
internal sealed record TokenBody(string? Name);

/// <summary>A token that was made now.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Token">The token itself: keep it, it is shown here only.</param>
/// <param name="Name">What it is for.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record CreatedToken(string Id, string Token, string? Name, DateTimeOffset CreatedAt);

/// <summary>A source's tokens, oldest first.</summary>
/// <param name="Items">The tokens.</param>
internal sealed record TokenList(IReadOnlyList<TokenEntry> Items);

/// <summary>A token in a list.</summary>
/// <param name="Id">What the API calls it.</param>
/// <param name="Name">What it is for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; absent if it never was.</param>
internal sealed record TokenEntry(string Id, string? Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
