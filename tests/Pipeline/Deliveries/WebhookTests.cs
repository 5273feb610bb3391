using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ingestion.Tests.Infrastructure.Network;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>Webhooks end to end: pushed here, received there.</summary>
public sealed class WebhookTests(DeliveringServer server) : IClassFixture<DeliveringServer>
{
    private const string Text = "The council met on Monday evening and agreed on the plan for the old harbour, which is to be built by spring.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_its_correction_and_its_withdrawal_arrive_signed_and_in_order()
    {
        await using var receiver = await Receiver.StartAsync();
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("order") });

        var article = await server.PublishAsync("order", "1", 1, Text);
        await server.PublishAsync("order", "1", 2, Text + " It will cost less than was feared.");
        await UntilAsync(receiver, 2);
        await server.WithdrawAsync(article, 3);
        var receipts = await UntilAsync(receiver, 3);

        Assert.Equal(["article.new", "article.correction", "article.withdrawal"], receipts.Select(r => (string?)r.Json["type"]));
        Assert.Equal([1, 2, 3], receipts.Select(r => (int)r.Json["data"]!["version"]!));
        Assert.Equal(Text, (string?)receipts[0].Json["data"]!["article"]!["bodyText"]);
        Assert.Null(receipts[2].Json["data"]!["article"]);
        Assert.All(receipts, receipt => AssertSigned(receipt, (string)subscription["secret"]!));
        Assert.Equal(3, receipts.Select(r => r.Id).Distinct().Count());

        var proof = await server.UntilAsync(
            $"v1/articles/{article}/deliveries", p => (string?)p["recipients"]![0]!["withdrawal"] == "acknowledged");
        Assert.Equal((string)subscription["id"]!, (string?)Assert.Single(proof["recipients"]!.AsArray())!["subscriptionId"]);
        Assert.Equal(3, (int)proof["recipients"]![0]!["lastAcknowledged"]!);
    }

    [Fact]
    public async Task A_failure_is_tried_again_with_the_same_id_and_logged()
    {
        var calls = 0;
        await using var receiver = await Receiver.StartAsync(_ => Interlocked.Increment(ref calls) == 1
            ? new Reply(500, "broken " + new string('x', 20_000)) : Reply.Ok);
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("retry") });
        await server.PublishAsync("retry", "1", 1, Text);

        var receipts = await UntilAsync(receiver, 2);

        Assert.Equal(receipts[0].Id, receipts[1].Id);
        Assert.True(receipts[1].At - receipts[0].At >= TimeSpan.FromSeconds(4), "It waits its 5 s, but for the jitter.");
        var delivery = await server.UntilAsync($"v1/subscriptions/{subscription["id"]}/deliveries/{receipts[0].Id}", d => (string?)d["state"] == "delivered");
        var attempts = delivery["attempts"]!.AsArray();
        Assert.Equal([500, 200], attempts.Select(a => (int)a!["status"]!));
        Assert.Equal(16 * 1024, ((string)attempts[0]!["answer"]!).Length);
        Assert.StartsWith("broken", (string)attempts[0]!["answer"]!, StringComparison.Ordinal);
        Assert.All(attempts, a => Assert.True((double)a!["milliseconds"]! > 0));
    }

    [Fact]
    public async Task A_connection_that_is_refused_is_a_failed_attempt()
    {
        var subscription = await server.SubscribeAsync(
            new { endpoint = $"http://127.0.0.1:{Ingestion.Tests.Infrastructure.Processes.FreePort.Next()}/hook", filter = From("refused") });
        await server.PublishAsync("refused", "1", 1, Text);

        var read = await server.UntilAsync($"v1/subscriptions/{subscription["id"]}", s => s["sending"]?["failingSince"] is not null);

        Assert.Contains("refused", (string)read["sending"]!["lastFailure"]!, StringComparison.OrdinalIgnoreCase);
        var deliveries = await server.UntilAsync($"v1/subscriptions/{subscription["id"]}/deliveries", d => (int)d["items"]![0]!["attempt"]! > 0);
        Assert.Equal("pending", (string?)deliveries["items"]![0]!["state"]);
    }

    [Fact]
    public async Task A_correction_waits_for_what_it_corrects_and_other_articles_do_not()
    {
        var failed = 0;
        await using var receiver = await Receiver.StartAsync(receipt =>
            receipt.Text.Contains("stubborn", StringComparison.Ordinal) && Interlocked.Increment(ref failed) == 1 ? new Reply(500) : Reply.Ok);
        await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("wait") });
        await server.PublishAsync("wait", "1", 1, Text + " A stubborn one.");
        await UntilAsync(receiver, 1);

        await server.PublishAsync("wait", "1", 2, Text + " A stubborn one, corrected.");
        await server.PublishAsync("wait", "2", 1, Text + " Another one.");

        var receipts = await UntilAsync(receiver, 4);
        Assert.Equal(
            [("New", 1, false), ("New", 1, true), ("New", 1, false), ("Correction", 2, false)],
            receipts.Select(r => (
                char.ToUpperInvariant(((string)r.Json["data"]!["kind"]!)[0]) + ((string)r.Json["data"]!["kind"]!)[1..],
                (int)r.Json["data"]!["version"]!, r.Text.Contains("Another", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        await using var receiver = await Receiver.StartAsync(receipt =>
            receipt.Path == "/hook" ? new Reply(302, "", ("Location", "/elsewhere")) : Reply.Ok);
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("redirect") });
        await server.PublishAsync("redirect", "1", 1, Text);

        await UntilFailuresAsync(subscription, 1);

        Assert.All(receiver.Receipts, receipt => Assert.Equal("/hook", receipt.Path));
    }

    [Fact]
    public async Task Gone_disables_and_what_happens_meanwhile_is_sent_on_resume()
    {
        var gone = true;
        await using var receiver = await Receiver.StartAsync(_ => gone ? new Reply(410) : Reply.Ok);
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("gone") });
        await server.PublishAsync("gone", "1", 1, Text);
        var disabled = await server.UntilAsync($"v1/subscriptions/{subscription["id"]}", s => (string?)s["state"] == "disabled");
        Assert.Equal("The endpoint answered 410 Gone.", (string?)disabled["stateReason"]);
        await server.PublishAsync("gone", "2", 1, Text + " And more.");
        var before = receiver.Receipts.Count;

        gone = false;
        await server.PostAsync($"v1/subscriptions/{subscription["id"]}/resume");

        var receipts = await UntilAsync(receiver, before + 2);
        Assert.Equal(2, receipts.Skip(before).Select(r => (string)r.Json["data"]!["articleId"]!).Distinct().Count());
    }

    [Fact]
    public async Task What_was_paused_can_be_skipped_but_for_withdrawals()
    {
        await using var receiver = await Receiver.StartAsync();
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("pause") });
        var article = await server.PublishAsync("pause", "1", 1, Text);
        await UntilAsync(receiver, 1);
        await server.PostAsync($"v1/subscriptions/{subscription["id"]}/pause");
        await server.PublishAsync("pause", "2", 1, Text + " And more.");
        await server.WithdrawAsync(article, 2);

        await server.PostAsync($"v1/subscriptions/{subscription["id"]}/resume?pending=skip");

        await UntilAsync(receiver, 2);
        await server.PublishAsync("pause", "3", 1, Text + " And even more.");
        var receipts = await UntilAsync(receiver, 3);
        Assert.Equal(["article.new", "article.withdrawal", "article.new"], receipts.Select(r => (string?)r.Json["type"]));
        Assert.Contains("even more", receipts[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_after_is_obeyed_for_the_whole_endpoint()
    {
        var calls = 0;
        await using var receiver = await Receiver.StartAsync(_ => Interlocked.Increment(ref calls) == 1
            ? new Reply(429, "", ("Retry-After", "2")) : Reply.Ok);
        await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("throttle") });
        await server.PublishAsync("throttle", "1", 1, Text);
        await UntilAsync(receiver, 1);
        await server.PublishAsync("throttle", "2", 1, Text + " Another.");

        var receipts = await UntilAsync(receiver, 2);

        Assert.True(receipts[1].At - receipts[0].At >= TimeSpan.FromSeconds(1.9), $"{receipts[1].At - receipts[0].At}");
    }

    [Fact]
    public async Task No_answer_in_time_is_a_failure()
    {
        await using var receiver = await Receiver.StartAsync(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Reply.Ok;
        });
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("silent") });
        await server.PublishAsync("silent", "1", 1, Text);

        // It takes a second or more: the endpoint's own, not ours.
        var list = await server.UntilAsync(
            $"v1/subscriptions/{subscription["id"]}/deliveries", l => l["items"] is JsonArray { Count: 1 } items && (int)items[0]!["attempt"]! > 0);
        var delivery = await server.GetAsync($"v1/subscriptions/{subscription["id"]}/deliveries/{list["items"]![0]!["id"]}");
        Assert.Equal("No answer within 1 s.", (string?)delivery["attempts"]![0]!["error"]);
        Assert.Equal("pending", (string?)delivery["state"]);
    }

    [Fact]
    public async Task An_endpoint_is_sent_as_much_at_a_time_as_it_wants()
    {
        await using var receiver = await Receiver.StartAsync(async (_, cancellationToken) =>
        {
            await Task.Delay(50, cancellationToken);
            return Reply.Ok;
        });
        await server.SubscribeAsync(new
        {
            endpoint = receiver.At("two"),
            limits = new { concurrency = 2 },
            filter = From("limits"),
        });
        await server.SubscribeAsync(new
        {
            endpoint = receiver.At("rate"),
            limits = new { concurrency = 8, perSecond = 10 },
            filter = From("limits"),
        });
        for (var i = 0; i < 12; i++) await server.PublishAsync("limits", $"{i}", 1, $"{Text} Number {i}.");

        var receipts = await UntilAsync(receiver, 24);

        Assert.InRange(receiver.MostOpen["/two"], 1, 2);
        var rated = receipts.Where(r => r.Path == "/rate").Select(r => r.At).Order().ToList();
        Assert.True(rated[^1] - rated[0] >= TimeSpan.FromSeconds(1), $"12 at 10 a second take 1.1 s, not {rated[^1] - rated[0]}");
    }

    [Fact]
    public async Task The_past_is_sent_from_the_beginning_as_it_is_now()
    {
        var corrected = await server.PublishAsync("past", "1", 1, Text);
        await server.PublishAsync("past", "1", 2, Text + " Corrected.");
        var withdrawn = await server.PublishAsync("past", "2", 1, Text + " Withdrawn.");
        await server.WithdrawAsync(withdrawn, 2);
        await server.PublishAsync("past", "3", 1, Text + " Third.");
        await using var receiver = await Receiver.StartAsync();

        await server.SubscribeAsync(new { endpoint = receiver.At("hook"), start = "beginning", filter = From("past") });
        await UntilAsync(receiver, 2);
        await server.PublishAsync("past", "4", 1, Text + " Fourth.");

        var receipts = await UntilAsync(receiver, 3);
        Assert.Equal(
            [(corrected, 2), (null, 1), (null, 1)],
            receipts.OrderBy(r => (long)r.Json["data"]!["sequence"]!).Select(r => (
                (string?)r.Json["data"]!["articleId"] is var id && id == corrected ? id : null, (int)r.Json["data"]!["version"]!)));
        Assert.All(receipts, r => Assert.Equal("article.new", (string?)r.Json["type"]));
        Assert.Equal(3, receiver.Receipts.Count);
    }

    [Fact]
    public async Task A_failed_one_can_be_sent_again_and_a_withdrawn_one_not()
    {
        await using var receiver = await Receiver.StartAsync();
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("again") });
        var article = await server.PublishAsync("again", "1", 1, Text);
        var first = (await UntilAsync(receiver, 1))[0];
        var delivery = $"v1/subscriptions/{subscription["id"]}/deliveries/{first.Id}";
        await server.UntilAsync(delivery, d => (string?)d["state"] == "delivered");

        await server.PostAsync($"{delivery}/redeliver");

        Assert.Equal(first.Id, (await UntilAsync(receiver, 2))[1].Id);
        await server.UntilAsync(delivery, d => (string?)d["state"] == "delivered");
        await server.WithdrawAsync(article, 2);
        using var refused = await server.Http.PostAsync(new Uri($"{delivery}/redeliver", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task A_secret_is_rotated_with_an_overlap()
    {
        await using var receiver = await Receiver.StartAsync();
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = From("rotate") });

        var rotated = await server.PostAsync($"v1/subscriptions/{subscription["id"]}/rotate");
        await server.PostAsync($"v1/subscriptions/{subscription["id"]}/test");

        var receipt = (await UntilAsync(receiver, 1))[0];
        Assert.NotEqual((string?)subscription["secret"], (string?)rotated["secret"]);
        AssertSigned(receipt, (string)rotated["secret"]!);
        AssertSigned(receipt, (string)subscription["secret"]!);
        Assert.Equal("test", (string?)receipt.Json["type"]);
    }

    [Theory]
    [InlineData("ninjs", "application/json")]
    [InlineData("cloudEvent", "application/cloudevents+json; charset=utf-8")]
    [InlineData("cloudEventBinary", "application/json")]
    [InlineData("html", "text/html; charset=utf-8")]
    [InlineData("text", "text/plain; charset=utf-8")]
    public async Task Every_format_arrives_as_what_it_says(string format, string contentType)
    {
        await using var receiver = await Receiver.StartAsync();
        await server.SubscribeAsync(new { endpoint = receiver.At("hook"), format, filter = From($"as-{format}") });
        await server.PublishAsync($"as-{format}", "1", 1, Text);

        var receipt = (await UntilAsync(receiver, 1))[0];

        Assert.Equal(contentType, receipt.Header("Content-Type"));
        Assert.Contains("old harbour", receipt.Text, StringComparison.Ordinal);
    }

    private static object From(params string[] sources) => new { sources };

    private static void AssertSigned(Receipt receipt, string secret)
    {
        var content = Encoding.UTF8.GetBytes($"{receipt.Id}.{receipt.Header("webhook-timestamp")}.").Concat(receipt.Body).ToArray();
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), content));
        Assert.Contains(expected, receipt.Header("webhook-signature")!.Split(' '));
    }

    private static Task<IReadOnlyList<Receipt>> UntilAsync(Receiver receiver, int count) =>
        receiver.UntilAsync(receipts => receipts.Count >= count, Patience, Token);

    private Task<JsonNode> UntilFailuresAsync(JsonNode subscription, int count) => server.UntilAsync(
        $"v1/subscriptions/{subscription["id"]}/deliveries", l => l["items"] is JsonArray { Count: > 0 } items && (int)items[0]!["attempt"]! >= count);
}
