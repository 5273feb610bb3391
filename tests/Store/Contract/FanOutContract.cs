using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IArticleStore"/> promises of the deliveries that publishing makes.</summary>
public abstract class FanOutContract(StoreFixture fixture) : StoreContract(fixture)
{
    [Fact]
    public async Task A_change_makes_a_delivery_for_each_that_takes_it()
    {
        await AddAsync("sub_all");
        await AddAsync("sub_en", new SubscriptionFilter { Languages = ["EN"] });
        await AddAsync("sub_zh", new SubscriptionFilter { Languages = ["zh"] });

        await Store.Articles.PublishAsync(Publication("1"), Token);

        Assert.Equal(
            [("sub_all", 1L, 1, ChangeKind.New), ("sub_en", 1L, 1, ChangeKind.New)],
            (await DeliveriesAsync("1")).Select(d => (d.SubscriptionId, d.Sequence, d.Version, d.Kind)));
        var delivery = (await Store.Deliveries.FindAsync("sub_all_1", Token))!;
        AssertRecord.Equal(
            new Delivery
            {
                Id = "sub_all_1",
                SubscriptionId = "sub_all",
                ArticleId = Id("1"),
                Version = 1,
                Sequence = 1,
                Kind = ChangeKind.New,
                CreatedAt = Now.AddSeconds(1),
                DueAt = Now.AddSeconds(1),
            },
            delivery);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_lets_through_what_it_names(string name, SubscriptionFilter filter, bool passes)
    {
        await AddAsync("sub_a", filter);

        await Store.Articles.PublishAsync(Publication("1"), Token);

        Assert.True((await DeliveriesAsync("1")).Count == (passes ? 1 : 0), name);
    }

    public static TheoryData<string, SubscriptionFilter, bool> Filters => new()
    {
        { "source", new SubscriptionFilter { Sources = ["other", "example"] }, true },
        { "source, other case", new SubscriptionFilter { Sources = ["Example"] }, false },
        { "topic by tag", new SubscriptionFilter { Topics = ["TWO"] }, true },
        { "topic by section", new SubscriptionFilter { Topics = ["world"] }, true },
        { "another topic", new SubscriptionFilter { Topics = ["three"] }, false },
        { "keyword", new SubscriptionFilter { Keywords = ["词"] }, true },
        { "another keyword", new SubscriptionFilter { Keywords = ["字"] }, false },
        { "section", new SubscriptionFilter { Sections = ["world"] }, true },
        { "another section", new SubscriptionFilter { Sections = ["Sport"] }, false },
        { "all of them", new SubscriptionFilter { Sources = ["example"], Topics = ["one"], Sections = ["Sport"] }, false },
        { "corrections only", new SubscriptionFilter { Changes = [ChangeKind.Correction] }, false },
    };

    [Fact]
    public async Task A_correction_goes_to_who_has_the_article_also_when_it_no_longer_matches()
    {
        await AddAsync("sub_en", new SubscriptionFilter { Languages = ["en"] });
        await AddAsync("sub_zh", new SubscriptionFilter { Languages = ["zh"] });
        await Store.Articles.PublishAsync(Publication("1"), Token);

        await Store.Articles.PublishAsync(Publication("1", 2, "Corrected", language: "zh"), Token);

        Assert.Equal(
            [("sub_en", 1, ChangeKind.New), ("sub_en", 2, ChangeKind.Correction), ("sub_zh", 2, ChangeKind.New)],
            (await DeliveriesAsync("1")).Select(d => (d.SubscriptionId, d.Version, d.Kind)));
    }

    [Fact]
    public async Task Who_wants_corrections_only_gets_corrections_only()
    {
        await AddAsync("sub_a", new SubscriptionFilter { Changes = [ChangeKind.Correction] });
        await Store.Articles.PublishAsync(Publication("1"), Token);
        await Store.Articles.PublishAsync(Publication("1", 2, "Corrected"), Token);

        Assert.Equal([(2, ChangeKind.Correction)], (await DeliveriesAsync("1")).Select(d => (d.Version, d.Kind)));
    }

    [Fact]
    public async Task A_version_with_the_same_text_is_a_change_of_metadata()
    {
        await AddAsync("sub_a");
        await AddAsync("sub_text", new SubscriptionFilter { Changes = [ChangeKind.New, ChangeKind.Correction] });
        await Store.Articles.PublishAsync(Publication("1"), Token);
        var tagged = Publication("1", 2);
        await Store.Articles.PublishAsync(tagged with { Article = tagged.Article! with { Tags = ["other"] } }, Token);

        Assert.Equal([ChangeKind.New, ChangeKind.Metadata], (await Store.Articles.ReadChangesAsync(0, 10, Token)).Select(c => c.Kind));
        Assert.Equal(
            [("sub_a", ChangeKind.New), ("sub_text", ChangeKind.New), ("sub_a", ChangeKind.Metadata)],
            (await DeliveriesAsync("1")).Select(d => (d.SubscriptionId, d.Kind)));
    }

    [Fact]
    public async Task A_withdrawal_goes_to_who_was_sent_any_version_whatever_the_filter_says_now()
    {
        var added = await AddAsync("sub_a");
        await AddAsync("sub_zh", new SubscriptionFilter { Languages = ["zh"] });
        await Store.Articles.PublishAsync(Publication("1"), Token);
        await Store.Subscriptions.SaveAsync(
            added with { Revision = 2, Filter = new SubscriptionFilter { Sources = ["none"], Changes = [ChangeKind.New] } }, Token);

        await Store.Articles.PublishAsync(WithdrawalOf("1", 2), Token);

        Assert.Equal(
            [("sub_a", ChangeKind.New), ("sub_a", ChangeKind.Withdrawal)],
            (await DeliveriesAsync("1")).Select(d => (d.SubscriptionId, d.Kind)));
    }

    [Fact]
    public async Task A_withdrawal_is_not_held_up_by_what_it_takes_back()
    {
        await AddAsync("sub_a");
        await Store.Articles.PublishAsync(Publication("1"), Token);
        await Store.Articles.PublishAsync(Publication("1", 2, "Corrected"), Token);

        await Store.Articles.PublishAsync(WithdrawalOf("1", 3), Token);

        Assert.Equal(
            [DeliveryState.Skipped, DeliveryState.Skipped, DeliveryState.Pending], (await DeliveriesAsync("1")).Select(d => d.State));
        var due = Assert.Single(await Store.Deliveries.ReadDueAsync("sub_a", Now.AddMinutes(1), 10, Token));
        Assert.Equal((3, ChangeKind.Withdrawal), (due.Version, due.Kind));
    }

    [Fact]
    public async Task What_is_repeated_or_stale_makes_no_delivery()
    {
        await AddAsync("sub_a");
        await Store.Articles.PublishAsync(Publication("1", 2), Token);
        await Store.Articles.PublishAsync(Publication("1", 2), Token);
        await Store.Articles.PublishAsync(Publication("1", 1), Token);

        Assert.Equal(2, Assert.Single(await DeliveriesAsync("1")).Version);
    }

    [Fact]
    public async Task Versions_and_withdrawals_published_at_once_are_told_in_order()
    {
        await AddAsync("sub_a");
        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(i => new[]
        {
            Store.Articles.PublishAsync(Publication($"{i}"), Token),
            Store.Articles.PublishAsync(Publication($"{i}", 2, "Corrected"), Token),
            Store.Articles.PublishAsync(WithdrawalOf($"{i}", 3), Token),
        }));

        for (var i = 0; i < 20; i++)
        {
            var deliveries = await DeliveriesAsync($"{i}");
            Assert.Equal(deliveries.Select(d => d.Version).Order(), deliveries.Select(d => d.Version));
            if (deliveries.Count > 0) Assert.Equal(ChangeKind.Withdrawal, deliveries[^1].Kind);
        }
    }

    [Fact]
    public async Task A_subscription_that_has_expired_is_sent_nothing()
    {
        await Store.Subscriptions.AddAsync(Subscription("sub_a") with { ExpiresAt = Now }, null, Token);

        await Store.Articles.PublishAsync(Publication("1"), Token);

        Assert.Empty(await DeliveriesAsync("1"));
    }

    [Fact]
    public async Task The_past_is_found_by_time()
    {
        await Store.Articles.PublishAsync(Publication("1", at: Now), Token);
        await Store.Articles.PublishAsync(Publication("2", at: Now.AddSeconds(10)), Token);

        Assert.Equal(0, await Store.Articles.FindSequenceAsync(Now.AddSeconds(-1), Token));
        Assert.Equal(0, await Store.Articles.FindSequenceAsync(Now, Token));
        Assert.Equal(1, await Store.Articles.FindSequenceAsync(Now.AddSeconds(10), Token));
        Assert.Equal(2, await Store.Articles.FindSequenceAsync(Now.AddSeconds(11), Token));
    }

    private async Task<Subscription> AddAsync(string id, SubscriptionFilter? filter = null) =>
        (await Store.Subscriptions.AddAsync(Subscription(id, filter), null, Token))!;

    private Task<IReadOnlyList<Delivery>> DeliveriesAsync(string key) => Store.Deliveries.ListByArticleAsync(Id(key), Token);
}
