using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Ingestion.Hosting.Outbound;
using Microsoft.Security.AntiSSRF;

namespace Ingestion.Ingest.Fetching;

/// <summary>
/// Gets what a stranger's URL names: follows redirects itself, within bounds of number, time and size, and puts every way in which
/// that can fail into words. Never throws for what the other side does.
/// </summary>
internal sealed class Fetcher(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Most redirects that are followed.</summary>
    public const int MaxRedirects = 5;

    /// <summary>The longest that a request may take, redirects and body included.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>Gets it.</summary>
    public async Task<FetchAnswer> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var hops = new RedirectChain(request.Url);
        try
        {
            return await FollowAsync(request, hops, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(hops, $"No complete answer within {Timeout.TotalSeconds:0} s.");
        }
        catch (Exception error) when (ErrorCauses.Of(error).OfType<AntiSSRFException>().Any())
        {
            return Failed(hops, $"{hops.Last.Host} is not on the public internet: its address is not allowed here.") with { Outcome = FetchOutcome.Refused };
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or AuthenticationException or IOException
            or InvalidDataException or BodyException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return Failed(hops, InWords(error, hops.Last));
        }
    }

    private async Task<FetchAnswer> FollowAsync(FetchRequest request, RedirectChain hops, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(OutboundHttp.Client);
        while (true)
        {
            if (hops.Last.Scheme is not ("http" or "https"))
                return Failed(hops, $"'{hops.Last}' is neither http nor https.") with { Outcome = FetchOutcome.Refused };
            using var message = Message(request, hops.Last);
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!IsRedirect(answer)) return await ReadAsync(request, hops, answer, cancellationToken);
            if (hops.TryFollow(answer) is { } problem) return Failed(hops, problem) with { Status = (int)answer.StatusCode };
        }
    }

    private static HttpRequestMessage Message(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", BoundedBody.AcceptEncoding);
        if (request.Validators.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.Validators.LastModified is { } date) message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        return message;
    }

    private static bool IsRedirect(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && answer.Headers.Location is not null;

    private async Task<FetchAnswer> ReadAsync(
        FetchRequest request, RedirectChain hops, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var status = (int)answer.StatusCode;
        var retryAfter = RetryAfter.Read(answer.Headers.RetryAfter, now);
        var read = new FetchAnswer
        {
            Outcome = answer.StatusCode switch
            {
                HttpStatusCode.NotModified => FetchOutcome.NotModified,
                HttpStatusCode.Gone => FetchOutcome.Gone,
                HttpStatusCode.TooManyRequests => FetchOutcome.Throttled,
                HttpStatusCode.ServiceUnavailable when retryAfter is not null => FetchOutcome.Throttled,
                _ when answer.IsSuccessStatusCode => FetchOutcome.Fetched,
                _ => FetchOutcome.Failed,
            },
            Url = hops.Last,
            Status = status,
            RetryAfter = retryAfter,
            Freshness = Freshness.Of(answer, now),
            Validators = Freshness.ValidatorsOf(answer),
            MovedTo = hops.MovedTo,
            Links = [.. answer.Headers.NonValidated.TryGetValues("Link", out var links) ? links : default],
            Error = answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotModified
                ? null
                : $"{hops.Last.Host} answered {status} {answer.ReasonPhrase}.",
        };
        if (read.Outcome != FetchOutcome.Fetched) return read;
        return read with
        {
            Content = await BoundedBody.ReadAsync(answer.Content, request.MaxBytes, cancellationToken),
            ContentType = answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
        };
    }

    private static FetchAnswer Failed(RedirectChain hops, string error) =>
        new() { Outcome = FetchOutcome.Failed, Url = hops.Last, Error = error };

    private static string InWords(Exception error, Uri url) => ErrorCauses.Of(error).Select(cause => cause switch
    {
        BodyException body => body.Message,
        InvalidDataException => "The answer cannot be decompressed: it is not what its Content-Encoding says, or was cut off.",
        AuthenticationException tls => $"No secure connection to {url.Host}: {tls.Message}",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"The name {url.Host} does not resolve.",
        SocketException socket => $"No connection to {url.Host}:{url.Port}: {socket.Message}.",
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "The answer was cut off.",
        _ => null,
    }).FirstOrDefault(words => words is not null) ?? $"{url.Host}: {error.Message}";
}
