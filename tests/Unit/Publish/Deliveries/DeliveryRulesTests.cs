using Ingestion.Publish.Deliveries;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Deliveries;

/// <summary>A virtual clock drives the schedule through all ten attempts, and endpoints to being disabled.</summary>
public sealed class DeliveryRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_schedule_is_driven_through_all_ten_attempts()
    {
        var delivery = Delivery();
        var endpoint = new Dispatch { SubscriptionId = "sub_a" };
        var waits = new List<TimeSpan>();
        var now = Start;
        while (delivery.State == DeliveryState.Pending)
        {
            var result = Result(AttemptVerdict.Failed, 500);
            endpoint = DeliveryRules.After(endpoint, result, now);
            delivery = DeliveryRules.After(delivery, result, now, endpoint, random: 0.5);
            if (delivery.DueAt is not { } dueAt) break;
            waits.Add(dueAt - now);
            now = dueAt;
        }

        Assert.Equal(
            [
                TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
                TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
            ],
            waits);
        Assert.Equal((DeliveryState.Failed, 10, null), (delivery.State, delivery.Attempt, delivery.DueAt));
        Assert.Equal(10, delivery.Attempts.Count);
        Assert.Equal((10, Start), (endpoint.Failures, endpoint.FailingSince));
    }

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(0.9999999, 1.2)]
    public void Jitter_is_a_fifth_either_way(double random, double factor)
    {
        Assert.Equal(5 * factor, RetrySchedule.After(1, random)!.Value.TotalSeconds, 0.001);
        Assert.Equal(24 * factor, RetrySchedule.After(9, random)!.Value.TotalHours, 0.001);
        Assert.Null(RetrySchedule.After(10, random));
    }

    [Fact]
    public void A_success_ends_it_and_forgives_the_endpoint()
    {
        var failing = new Dispatch { SubscriptionId = "sub_a", Failures = 7, FailingSince = Start.AddDays(-4) };
        var result = Result(AttemptVerdict.Acknowledged, 204);

        var endpoint = DeliveryRules.After(failing, result, Start);
        var delivery = DeliveryRules.After(Delivery(), result, Start, endpoint, 0.5);

        Assert.Equal((DeliveryState.Delivered, Start, null, 1), (delivery.State, delivery.DeliveredAt, delivery.DueAt, delivery.Attempt));
        Assert.Equal((0, null, Start), (endpoint.Failures, endpoint.FailingSince, endpoint.LastSuccessAt));
    }

    [Theory]
    [InlineData(null, 1, 5)]
    [InlineData(null, 2, 10)]
    [InlineData(null, 20, 300)]
    [InlineData(30.0, 1, 30)]
    [InlineData(0.2, 1, 1)]
    [InlineData(100_000.0, 1, 3600)]
    public void An_overloaded_endpoint_is_left_alone_as_it_asks_within_bounds(double? asked, int failures, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Throttle.For(asked is null ? null : TimeSpan.FromSeconds(asked.Value), failures));

    [Fact]
    public void A_delivery_is_not_due_before_its_endpoint_is()
    {
        var result = Result(AttemptVerdict.Overloaded, 429) with { RetryAfter = TimeSpan.FromMinutes(10) };

        var endpoint = DeliveryRules.After(new Dispatch { SubscriptionId = "sub_a" }, result, Start);
        var delivery = DeliveryRules.After(Delivery(), result, Start, endpoint, 0.5);

        Assert.Equal(Start.AddMinutes(10), endpoint.ThrottledUntil);
        Assert.Equal(Start.AddMinutes(10), delivery.DueAt);
    }

    [Fact]
    public void Five_days_of_failures_only_disable_and_so_does_gone()
    {
        var failing = new Dispatch { SubscriptionId = "sub_a", FailingSince = Start, LastFailure = "The endpoint answered 500." };
        var days = TimeSpan.FromDays(5);

        Assert.Null(DeliveryRules.DisabledBecause(failing, Start, Result(AttemptVerdict.Failed, 500), Start + days - TimeSpan.FromSeconds(1), days));
        Assert.Contains(
            "since 2026-03-14T08:00:00Z", DeliveryRules.DisabledBecause(failing, Start, Result(AttemptVerdict.Failed, 500), Start + days, days), StringComparison.Ordinal);
        Assert.NotNull(DeliveryRules.DisabledBecause(new Dispatch { SubscriptionId = "sub_a" }, Start, Result(AttemptVerdict.Gone, 410), Start, days));
        Assert.Null(DeliveryRules.DisabledBecause(failing with { FailingSince = null }, Start, Result(AttemptVerdict.Acknowledged, 200), Start + days, days));
    }

    [Fact]
    public void What_failed_before_it_was_resumed_counts_no_more()
    {
        var failing = new Dispatch { SubscriptionId = "sub_a", FailingSince = Start };
        var (days, resumed, result) = (TimeSpan.FromDays(5), Start.AddDays(3), Result(AttemptVerdict.Failed, 500));

        Assert.Null(DeliveryRules.DisabledBecause(failing, resumed, result, Start + days, days));
        Assert.Contains(
            "since 2026-03-17T08:00:00Z", DeliveryRules.DisabledBecause(failing, resumed, result, resumed + days, days), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_withdrawn_meanwhile_is_skipped_without_an_attempt()
    {
        var result = Result(AttemptVerdict.Void, null);
        var endpoint = DeliveryRules.After(new Dispatch { SubscriptionId = "sub_a" }, result, Start);

        var delivery = DeliveryRules.After(Delivery(), result, Start, endpoint, 0.5);

        Assert.Equal((DeliveryState.Skipped, 0, null), (delivery.State, delivery.Attempt, delivery.DueAt));
        Assert.Empty(delivery.Attempts);
        Assert.Equal(0, endpoint.Failures);
    }

    [Fact]
    public void The_log_keeps_the_last_twenty()
    {
        var delivery = Delivery() with { Attempts = [.. Enumerable.Range(0, 20).Select(i => new DeliveryAttempt(Start, i, 500, null, null))] };

        var after = DeliveryRules.After(delivery, Result(AttemptVerdict.Failed, 503), Start, new Dispatch { SubscriptionId = "sub_a" }, 0.5);

        Assert.Equal(20, after.Attempts.Count);
        Assert.Equal((1d, 503), (after.Attempts[0].Milliseconds, after.Attempts[^1].Status));
    }

    private static AttemptResult Result(AttemptVerdict verdict, int? status) => new(new DeliveryAttempt(Start, 12, status, null, null), verdict);

    private static Delivery Delivery() => new()
    {
        Id = "sub_a_1",
        SubscriptionId = "sub_a",
        ArticleId = "a",
        Version = 1,
        Sequence = 1,
        Kind = ChangeKind.New,
        CreatedAt = Start,
        DueAt = Start,
    };
}
