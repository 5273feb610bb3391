using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Ingestion.Tests.Infrastructure.Network;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>The WebSub hub end to end.</summary>
public sealed class HubTests(DeliveringServer server) : IClassFixture<DeliveringServer>
{
    private const string Text = "The council met on Monday evening and agreed on the plan for the old harbour, which is to be built by spring.";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscriber_that_confirms_is_sent_what_changes_signed_until_it_unsubscribes()
    {
        await using var receiver = await Receiver.StartAsync(Confirm);
        var topic = Topic("feed.atom?source=hub-atom");
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync("subscribe", topic, receiver.At("cb?key=1"), ("hub.secret", "s3cret"), ("hub.lease_seconds", "864000")));
        var asked = (await UntilAsync(receiver, 1))[0];
        var query = QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal(("GET", "1", topic, "864000"), (asked.Method, (string?)query["key"], (string?)query["hub.topic"], (string?)query["hub.lease_seconds"]));
        await SubscriptionsAsync(topic, 1);

        await server.PublishAsync("another", "1", 1, Text);
        var article = await server.PublishAsync("hub-atom", "1", 1, Text);
        var sent = (await UntilAsync(receiver, 2))[1];
        Assert.Equal("application/atom+xml", sent.Header("Content-Type"));
        Assert.Contains($"<{topic}>; rel=\"self\"", sent.Header("Link"), StringComparison.Ordinal);
        Assert.Contains("/v1/hub>; rel=\"hub\"", sent.Header("Link"), StringComparison.Ordinal);
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("s3cret"), sent.Body)), sent.Header("X-Hub-Signature"));
        var feed = XDocument.Parse(sent.Text).Root!;
        Assert.Contains("old harbour", (string?)Assert.Single(feed.Elements(Atom + "entry")).Element(Atom + "content"), StringComparison.Ordinal);

        await server.WithdrawAsync(article, 2);
        var withdrawn = XDocument.Parse((await UntilAsync(receiver, 3))[2].Text).Root!;
        Assert.Equal(
            (string?)feed.Element(Atom + "entry")!.Element(Atom + "id"), (string?)withdrawn.Element(Tombstones + "deleted-entry")!.Attribute("ref"));

        Assert.Equal(HttpStatusCode.Accepted, await AskAsync("unsubscribe", topic, receiver.At("cb?key=1")));
        await SubscriptionsAsync(topic, 0);
        await server.PublishAsync("hub-atom", "2", 1, Text + " More.");
        Assert.Equal(["GET", "POST", "POST", "GET"], receiver.Receipts.Select(r => r.Method));
    }

    [Theory]
    [InlineData("feed.rss", "application/rss+xml")]
    [InlineData("feed.json", "application/feed+json")]
    public async Task Every_feed_is_a_topic(string feed, string contentType)
    {
        await using var receiver = await Receiver.StartAsync(Confirm);
        var topic = Topic($"{feed}?source=hub-{feed}");
        await AskAsync("subscribe", topic, receiver.At("cb"));
        await SubscriptionsAsync(topic, 1);

        await server.PublishAsync($"hub-{feed}", "1", 1, Text);

        var sent = (await UntilAsync(receiver, 2))[1];
        Assert.Equal(contentType, sent.Header("Content-Type"));
        Assert.Contains("old harbour", sent.Text, StringComparison.Ordinal);
        Assert.Null(sent.Header("X-Hub-Signature"));
    }

    [Fact]
    public async Task Who_does_not_confirm_is_not_subscribed_and_cannot_be_unsubscribed_by_others()
    {
        var confirms = false;
        await using var receiver = await Receiver.StartAsync(receipt => confirms ? Confirm(receipt) : new Reply(200, "no"));
        var topic = Topic("feed.atom?source=hub-no");
        await AskAsync("subscribe", topic, receiver.At("cb"));
        await UntilAsync(receiver, 1);

        confirms = true;
        await AskAsync("subscribe", topic, receiver.At("cb"));
        await SubscriptionsAsync(topic, 1);
        Assert.Equal(2, receiver.Receipts.Count);

        confirms = false;
        await AskAsync("unsubscribe", topic, receiver.At("cb"));
        await UntilAsync(receiver, 3);
        await AskAsync("subscribe", topic, receiver.At("cb"));
        await UntilAsync(receiver, 4);
        await SubscriptionsAsync(topic, 1);
    }

    [Fact]
    public async Task Subscribing_again_renews()
    {
        await using var receiver = await Receiver.StartAsync(Confirm);
        var topic = Topic("feed.atom?source=hub-renew");
        await AskAsync("subscribe", topic, receiver.At("cb"), ("hub.lease_seconds", "300"));
        var first = (DateTimeOffset)(await SubscriptionsAsync(topic, 1))[0]["expiresAt"]!;

        await AskAsync("subscribe", topic, receiver.At("cb"), ("hub.lease_seconds", "864000"));

        await server.UntilAsync("v1/subscriptions?limit=200", list => Of(list, topic) is [var renewed] && (DateTimeOffset)renewed["expiresAt"]! > first.AddDays(1));
    }

    [Theory]
    [InlineData("hub.mode", "publish", "feed.atom", "http://cb.example/")]
    [InlineData("hub.topic", "subscribe", "changes", "http://cb.example/")]
    [InlineData("hub.topic", "subscribe", "feed.atom?search=x", "http://cb.example/")]
    [InlineData("hub.topic", "subscribe", "feed.atom?language=english", "http://cb.example/")]
    [InlineData("hub.callback", "subscribe", "feed.atom", "cb")]
    public async Task What_is_wrong_is_named(string field, string mode, string topic, string callback)
    {
        using var answer = await SendAsync(mode, Topic(topic), callback);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], (await AllInOneServer.ReadAsync(answer))["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task A_feed_of_another_site_is_no_topic()
    {
        using var answer = await SendAsync("subscribe", "http://other.example/v1/feed.atom", "http://cb.example/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Feeds_name_the_hub()
    {
        using var answer = await server.Http.GetAsync(new Uri("v1/feed.atom", UriKind.Relative), Token);

        Assert.Contains(answer.Headers.GetValues("Link"), link => link.EndsWith("/v1/hub>; rel=\"hub\"", StringComparison.Ordinal));
    }

    private static Reply Confirm(Receipt receipt) =>
        new(200, receipt.Method == "GET" ? (string?)QueryHelpers.ParseQuery(receipt.Query)["hub.challenge"] ?? "" : "");

    private static Task<IReadOnlyList<Receipt>> UntilAsync(Receiver receiver, int count) =>
        receiver.UntilAsync(receipts => receipts.Count >= count, Patience, Token);

    private static List<JsonNode> Of(JsonNode list, string topic) =>
        [.. list["items"]!.AsArray().Where(item => (string?)item!["topic"] == topic).Select(item => item!)];

    private string Topic(string feed) => new Uri(server.Http.BaseAddress!, $"v1/{feed}").ToString();

    private async Task<List<JsonNode>> SubscriptionsAsync(string topic, int count) =>
        Of(await server.UntilAsync("v1/subscriptions?limit=200", list => Of(list, topic).Count == count), topic);

    private async Task<HttpStatusCode> AskAsync(string mode, string topic, string callback, params (string, string)[] more)
    {
        using var answer = await SendAsync(mode, topic, callback, more);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(string mode, string topic, string callback, params (string Name, string Value)[] more)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("hub.mode", mode), new("hub.topic", topic), new("hub.callback", callback),
            .. more.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await server.Http.PostAsync(new Uri("v1/hub", UriKind.Relative), form, Token);
    }
}
