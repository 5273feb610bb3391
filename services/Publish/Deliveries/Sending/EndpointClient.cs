using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ingestion.Hosting.Outbound;
using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Publish.Deliveries.Signing;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace Ingestion.Publish.Deliveries.Sending;

/// <summary>
/// Posts to endpoints: signed, bounded in time, without following redirects, and only to addresses that may be reached. It never throws
/// for what the endpoint does.
/// </summary>
internal sealed class EndpointClient(IHttpClientFactory clients, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int AnswerBytes = 16 * 1024;

    /// <summary>Makes an attempt.</summary>
    /// <param name="subscription">Where to.</param>
    /// <param name="id">The webhook's id, the same over all attempts.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<AttemptResult> PostAsync(
        Subscription subscription, string id, DeliveryBody body, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow().ToWholeMilliseconds();
        var started = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(options.Value.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(subscription, id, at, body);
            using var client = clients.CreateClient(OutboundHttp.Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var answer = await ReadAnswerAsync(response.Content, both.Token);
            var log = new DeliveryAttempt(at, Elapsed(started), (int)response.StatusCode, null, answer);
            return new AttemptResult(log, Judge(response.StatusCode), RetryAfter.Read(response.Headers.RetryAfter, clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var error = string.Create(CultureInfo.InvariantCulture, $"No answer within {options.Value.Timeout.TotalSeconds:0.#} s.");
            return new AttemptResult(new DeliveryAttempt(at, Elapsed(started), null, error, null), AttemptVerdict.Overloaded);
        }
#pragma warning disable CA1031 // Whatever keeps an endpoint from answering is its failure: a refused connection comes as it is, not as HttpRequestException.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new AttemptResult(new DeliveryAttempt(at, Elapsed(started), null, Words(e), null), AttemptVerdict.Failed);
        }
    }

    private static HttpRequestMessage Request(Subscription subscription, string id, DateTimeOffset at, DeliveryBody body)
    {
        var content = new ByteArrayContent(body.Bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, subscription.Endpoint) { Content = content };
        foreach (var (name, value) in body.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (subscription.Transport == Transport.WebSub)
        {
            if (subscription.Secrets is [var secret, ..]) request.Headers.Add("X-Hub-Signature", HubSignature.Sign(secret.Value, body.Bytes));
            return request;
        }
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Sign(subscription.Secrets, id, at, body.Bytes));
        return request;
    }

    private static AttemptVerdict Judge(HttpStatusCode status) => status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => AttemptVerdict.Acknowledged,
        HttpStatusCode.Gone => AttemptVerdict.Gone,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            AttemptVerdict.Overloaded,
        _ => AttemptVerdict.Failed,
    };

    private static async Task<string?> ReadAnswerAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[AnswerBytes];
        var length = await stream.ReadAtLeastAsync(buffer, AnswerBytes, throwOnEndOfStream: false, cancellationToken);
        return length == 0 ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private double Elapsed(long started) => Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 1);

    /// <summary>The innermost error is the one that says what happened.</summary>
    private static string Words(Exception error)
    {
        var causes = ErrorCauses.Of(error).ToList();
        return causes.OfType<AntiSSRFException>().FirstOrDefault() is { } refused
            ? $"The address may not be reached: {refused.Message}"
            : causes[^1].Message;
    }
}
