using System.Globalization;
using Ingestion.Contracts;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IArticleStore"/> promises of clusters of near-duplicates.</summary>
public abstract class ClusterContract(StoreFixture fixture) : StoreContract(fixture)
{
    [Fact]
    public async Task The_same_story_from_two_sources_is_one_cluster()
    {
        await PublishAsync("first", Story(1), "one");
        await PublishAsync("copy", Story(1, edited: 4), "two");
        await PublishAsync("other", Story(2), "one");

        Assert.Equal(Id("first"), await ClusterAsync("first"));
        Assert.Equal(Id("first"), await ClusterAsync("copy"));
        Assert.Equal(Id("other"), await ClusterAsync("other"));
        Assert.Equal([Id("first"), Id("copy")], (await Store.Articles.ListClusterAsync(Id("first"), 10, Token)).Select(a => a.ArticleId));
    }

    [Fact]
    public async Task Copies_published_at_once_find_each_other()
    {
        await using var other = await Fixture.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? Store : other).Articles.PublishAsync(Publication($"{i}", fingerprint: Story(1, edited: i % 3), source: $"s{i}"), Token)));

        var clusters = new HashSet<string?>();
        for (var i = 0; i < 10; i++) clusters.Add(await ClusterAsync($"{i}"));
        Assert.Single(clusters);
    }

    [Fact]
    public async Task A_corrected_article_stays_in_its_cluster()
    {
        await PublishAsync("first", Story(1));
        await PublishAsync("copy", Story(1));

        await Store.Articles.PublishAsync(Publication("copy", Story(3), version: 2), Token);

        Assert.Equal(Id("first"), await ClusterAsync("copy"));
        await PublishAsync("late", Story(3));
        Assert.Equal(Id("first"), await ClusterAsync("late"));
    }

    [Fact]
    public async Task What_was_withdrawn_attracts_nothing_any_more()
    {
        await PublishAsync("first", Story(1));
        await Store.Articles.PublishAsync(WithdrawalOf("first", 2), Token);

        await PublishAsync("copy", Story(1));

        Assert.Equal(Id("copy"), await ClusterAsync("copy"));
        Assert.Empty(await Store.Articles.ListClusterAsync(Id("first"), 10, Token));
    }

    [Fact]
    public async Task A_text_too_short_to_tell_is_alone()
    {
        await PublishAsync("first", "");
        await PublishAsync("copy", "");

        Assert.Equal(Id("copy"), await ClusterAsync("copy"));
    }

    [Fact]
    public async Task What_is_told_again_after_the_window_is_told_anew()
    {
        await Store.Articles.PublishAsync(Publication("first", Story(1)) with { PublishedAt = Now.AddDays(-13) }, Token);
        await Store.Articles.PublishAsync(Publication("later", Story(1)) with { PublishedAt = Now.AddDays(2) }, Token);

        Assert.Equal(Id("later"), await ClusterAsync("later"));
    }

    [Fact]
    public async Task A_subscription_may_want_only_the_first_of_a_cluster()
    {
        await Store.Subscriptions.AddAsync(Subscription("sub_a", new SubscriptionFilter { FirstOfCluster = true }), null, Token);
        await PublishAsync("first", Story(1), "one");
        await PublishAsync("copy", Story(1), "two");

        Assert.Single(await Store.Deliveries.ListByArticleAsync(Id("first"), Token));
        Assert.Empty(await Store.Deliveries.ListByArticleAsync(Id("copy"), Token));
    }

    private static Publication Publication(string key, string fingerprint, string source = "example", int version = 1)
    {
        var publication = Samples.Publication(key, version, $"Title {version}", source);
        return publication with { Enrichment = publication.Enrichment! with { Fingerprint = fingerprint } };
    }

    /// <summary>The fingerprint of a story of 200 words, some of them edited.</summary>
    private static string Story(int number, int edited = 0) => NearDuplicates.Fingerprint(Enumerable.Range(0, 200)
        .Select(i => (uint)string.Create(CultureInfo.InvariantCulture, $"{(i < edited ? "edited" : "")} {number} {i}")
            .Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) * 2654435761u));

    private Task<WriteOutcome> PublishAsync(string key, string fingerprint, string source = "example") =>
        Store.Articles.PublishAsync(Publication(key, fingerprint, source), Token);

    private async Task<string?> ClusterAsync(string key) => (await Store.Articles.FindCurrentAsync(Id(key), Token))!.ClusterId;
}
