using System.Globalization;
using System.Text.Json.Nodes;
using Ingestion.Pipeline.Tests.Publish;
using Ingestion.Tests.Infrastructure.Network;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>A virtual clock drives the sender itself, over days, to a receiver that misbehaves.</summary>
public sealed class VirtualTimeTests
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    /// <summary>How long the endpoint takes to answer in the first test.</summary>
    private static readonly TimeSpan Answering = TimeSpan.FromMilliseconds(120);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_goes_through_all_ten_attempts_each_at_its_time_and_can_be_sent_again_then()
    {
        var answers = 0;
        await using var server = await VirtualTimeServer.StartAsync((server, _) =>
        {
            server.Clock.Advance(Answering);
            return ++answers <= 10 ? new Reply(500, $"broken {answers}") : Reply.Ok;
        });
        var subscription = await server.SubscribeAsync("/hook", "demo");
        var article = await subscription.PublishAsync();

        var dueAt = ReadHost.Start;
        var parts = new List<double>();
        for (var attempt = 1; ; attempt++)
        {
            var delivery = await subscription.AttemptedAsync(article, attempt);
            AssertAttempt(subscription, delivery, attempt, dueAt);
            if (attempt == 10) break;
            dueAt = (DateTimeOffset)delivery["dueAt"]!;
            parts.Add((dueAt - server.Now) / Waits[attempt - 1]);
            server.AdvanceTo(dueAt - Millisecond);
            await server.LookAsync();
            Assert.Equal(attempt, subscription.Receipts.Count);
            server.AdvanceTo(dueAt);
        }
        Assert.All(parts, part => Assert.InRange(part, 0.8, 1.2));
        Assert.True(parts.Distinct().Count() > 1, "The waits have no jitter.");

        var failed = await subscription.ReadDeliveryAsync(article);
        Assert.Equal(("failed", 10, null), ((string?)failed["state"], (int)failed["attempt"]!, failed["dueAt"]));
        server.AdvanceTo(server.Now.AddDays(30));
        await server.LookAsync();
        Assert.Equal(10, subscription.Receipts.Count);

        await server.PostAsync($"{subscription.Url}/deliveries/{failed["id"]}/redeliver");
        var redelivered = await subscription.AttemptedAsync(article, 11);
        Assert.Equal("delivered", (string?)redelivered["state"]);
        Assert.Equal(11, subscription.Receipts.Count);
        Assert.Single(subscription.Receipts.Select(receipt => receipt.Id).Distinct(), (string?)redelivered["id"]);
    }

    [Theory]
    [InlineData("send")]
    [InlineData("skip")]
    public async Task Five_days_of_failures_only_disable_with_a_notice_and_what_happens_meanwhile_is_kept(string pending)
    {
        var isBroken = true;
        await using var server = await VirtualTimeServer.StartAsync((_, _) => isBroken ? new Reply(500) : Reply.Ok);
        var subscription = await server.SubscribeAsync("/hook", "demo");
        var first = await subscription.PublishAsync();
        await subscription.RunToAsync(ReadHost.Start.AddDays(1));
        await subscription.PublishAsync();
        await subscription.RunToAsync(ReadHost.Start.AddDays(4));
        var waiting = await subscription.PublishAsync();
        await subscription.RunToAsync(ReadHost.Start.AddDays(5) - Millisecond);
        Assert.True(await subscription.IsActiveAsync());

        // The first attempt that fails after them.
        server.AdvanceTo((await subscription.FindNextAsync())!.Value);
        var disabled = await server.UntilAsync(subscription.ReadAsync, read => (string?)read["state"] == "disabled");
        Assert.Equal("Nothing but failures since 2026-03-14T08:00:00Z; the last: The endpoint answered 500.", (string?)disabled["stateReason"]);
        Assert.Equal(server.Now, (DateTimeOffset)disabled["stateChangedAt"]!);
        Assert.Contains((string)disabled["stateReason"]!, await server.Http.GetStringAsync($"/subscriptions/{subscription.Id}", Token), StringComparison.Ordinal);

        var sent = subscription.Receipts.Count;
        var meanwhile = (await server.PublishAsync("demo")).ArticleId;
        server.AdvanceTo(server.Now.AddMinutes(1));
        await server.LookAsync();
        Assert.Equal(sent, subscription.Receipts.Count);
        Assert.Equal("pending", (string?)(await subscription.ReadDeliveryAsync(meanwhile))["state"]);
        Assert.True((DateTimeOffset)(await subscription.ReadDeliveryAsync(waiting))["dueAt"]! > server.Now);

        isBroken = false;
        await server.PostAsync($"{subscription.Url}/resume?pending={pending}");
        var after = await subscription.PublishAsync();

        // At once: the clock stands. What waited for its next attempt has waited long enough.
        string[] expected = pending == "send" ? [waiting, meanwhile, after] : [after];
        await server.UntilAsync(() => Task.FromResult(subscription.Receipts.Count), count => count >= sent + expected.Length);
        Assert.Equal(expected.Order(), subscription.Receipts.Skip(sent).Select(ArticleOf).Order());
        foreach (var article in new[] { waiting, meanwhile })
            Assert.Equal(pending == "send" ? "delivered" : "skipped", (string?)(await DeliveredAsync(server, subscription, article))["state"]);
        Assert.Null((await subscription.ReadAsync())["sending"]!["failingSince"]);

        Assert.Equal("failed", (string?)(await subscription.ReadDeliveryAsync(first))["state"]);
        var recovered = await server.PostAsync($"{subscription.Url}/redeliver?since=2026-03-14T08:00:00Z");
        Assert.Equal(2, (int)recovered["recovered"]!);
        await subscription.SettleAsync();
        Assert.Equal("delivered", (string?)(await subscription.ReadDeliveryAsync(first))["state"]);
    }

    [Fact]
    public async Task A_success_in_between_begins_the_five_days_anew()
    {
        var isBroken = true;
        await using var server = await VirtualTimeServer.StartAsync((_, _) => isBroken ? new Reply(500) : Reply.Ok);
        var subscription = await server.SubscribeAsync("/hook", "demo");
        await subscription.PublishAsync();
        await subscription.RunToAsync(ReadHost.Start.AddDays(4));
        await server.UntilAsync(subscription.ReadAsync, read => (DateTimeOffset?)read["sending"]!["failingSince"] == ReadHost.Start);

        isBroken = false;
        await subscription.PublishAsync();
        await server.UntilAsync(subscription.ReadAsync, well => well["sending"]!["failingSince"] is null);
        isBroken = true;
        var again = server.Now.AddHours(1);
        server.AdvanceTo(again);
        for (var day = 0; day < 5; day++)
        {
            await subscription.PublishAsync();
            await subscription.RunToAsync(again.AddDays(day + 1) - Millisecond);
        }
        var failing = await server.UntilAsync(subscription.ReadAsync, read => read["sending"]!["failingSince"] is not null);
        Assert.Equal(("active", again), ((string?)failing["state"], (DateTimeOffset)failing["sending"]!["failingSince"]!));

        await subscription.RunToAsync(again.AddDays(7));
        await server.UntilAsync(subscription.IsActiveAsync, isActive => !isActive);
    }

    [Theory]
    [InlineData(429, "1800", 1_800)]
    [InlineData(503, "Sat, 14 Mar 2026 08:10:00 GMT", 600)]
    [InlineData(503, "1", 1)]
    [InlineData(429, "86400", 3_600)]
    [InlineData(502, null, 5)]
    public async Task Retry_After_keeps_everything_from_the_endpoint_until_then_within_bounds(int status, string? retryAfter, int seconds)
    {
        var isBusy = true;
        await using var server = await VirtualTimeServer.StartAsync((_, _) =>
            !isBusy ? Reply.Ok : retryAfter is null ? new Reply(status) : new Reply(status, "", ("Retry-After", retryAfter)));
        var subscription = await server.SubscribeAsync("/hook", "demo");
        var first = await subscription.PublishAsync();
        await subscription.AttemptedAsync(first, 1);
        isBusy = false;
        var until = ReadHost.Start.AddSeconds(seconds);
        await server.UntilAsync(subscription.ReadAsync, read => (DateTimeOffset?)read["sending"]!["throttledUntil"] == until);
        var second = (await server.PublishAsync("demo")).ArticleId;

        server.AdvanceTo(until - Millisecond);
        await server.LookAsync();
        Assert.Single(subscription.Receipts);

        server.AdvanceTo(until);
        await subscription.AttemptedAsync(second, 1);
        await subscription.RunToAsync(until.AddSeconds(10)); // the first's own wait may be longer
        Assert.Equal(3, subscription.Receipts.Count);
        Assert.Equal("delivered", (string?)(await subscription.ReadDeliveryAsync(first))["state"]);
    }

    [Fact]
    public async Task Gone_disables_at_once_and_what_happens_in_a_month_is_kept_for_who_resumes()
    {
        var isGone = true;
        await using var server = await VirtualTimeServer.StartAsync((_, _) => isGone ? new Reply(410) : Reply.Ok);
        var subscription = await server.SubscribeAsync("/hook", "demo");
        var first = await subscription.PublishAsync();
        var disabled = await server.UntilAsync(subscription.ReadAsync, read => (string?)read["state"] == "disabled");
        Assert.Equal(("The endpoint answered 410 Gone.", server.Now), ((string?)disabled["stateReason"], (DateTimeOffset)disabled["stateChangedAt"]!));

        server.AdvanceTo(server.Now.AddDays(30));
        var second = (await server.PublishAsync("demo")).ArticleId;
        await server.LookAsync();
        Assert.Single(subscription.Receipts);

        isGone = false;
        await server.PostAsync($"{subscription.Url}/resume");
        await subscription.SettleAsync();
        Assert.Equal(new[] { first, second }.Order(), subscription.Receipts.Skip(1).Select(ArticleOf).Order());
    }

    [Fact]
    public async Task No_answer_within_twenty_seconds_is_a_failure()
    {
        var asked = new TaskCompletionSource();
        await using var silent = await Receiver.StartAsync(async (_, cancellationToken) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Reply.Ok;
        });
        await using var server = await VirtualTimeServer.StartAsync((_, _) => Reply.Ok);
        var subscription = await server.SubscribeAsync(silent.At("/hook"), "demo");
        var article = (await server.PublishAsync("demo")).ArticleId;
        await server.UntilAsync(() => Task.FromResult(asked.Task.IsCompleted), isAsked => isAsked);

        server.AdvanceTo(server.Now.AddSeconds(20) - Millisecond);
        Assert.Null((await subscription.ReadDeliveryAsync(article))["attempts"]);
        server.AdvanceTo(server.Now + Millisecond);

        var attempt = (await subscription.AttemptedAsync(article, 1))["attempts"]![0]!;
        Assert.Equal(("No answer within 20 s.", 20_000), ((string?)attempt["error"], (double)attempt["milliseconds"]!));
    }

    private static void AssertAttempt(VirtualSubscription subscription, JsonNode delivery, int attempt, DateTimeOffset dueAt)
    {
        Assert.Equal(attempt, subscription.Receipts.Count);
        var receipt = subscription.Receipts[attempt - 1];
        Assert.Equal((string?)delivery["id"], receipt.Id);
        Assert.Equal(dueAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), receipt.Header("webhook-timestamp"));
        var log = delivery["attempts"]![attempt - 1]!;
        Assert.Equal(
            (dueAt, 500, Answering.TotalMilliseconds, $"broken {attempt}"),
            ((DateTimeOffset)log["at"]!, (int)log["status"]!, (double)log["milliseconds"]!, (string?)log["answer"]));
    }

    private static Task<JsonNode> DeliveredAsync(VirtualTimeServer server, VirtualSubscription subscription, string article) =>
        server.UntilAsync(() => subscription.ReadDeliveryAsync(article), delivery => (string?)delivery["state"] != "pending");

    private static string ArticleOf(Receipt receipt) => (string)receipt.Json["data"]!["articleId"]!;
}
