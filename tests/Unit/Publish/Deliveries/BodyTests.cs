using System.Text;
using System.Text.Json.Nodes;
using Ingestion.Contracts;
using Ingestion.Ingest.Formats.Ninjs;
using Ingestion.Ingest.Push;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Deliveries;

public sealed class BodyTests
{
    [Fact]
    public void Ninjs_is_valid_and_says_what_is_known()
    {
        var item = JsonNode.Parse(DeliveryBodies.Write(Change(), DeliveryFormat.Ninjs).Bytes)!;

        var errors = new PushErrors();
        NinjsSchema.Check(System.Text.Json.JsonDocument.Parse(item.ToJsonString()).RootElement, errors);
        Assert.False(errors.Any);
        Assert.Equal("usable", (string?)item["pubStatus"]);
        Assert.Equal("标题 “title”", (string?)item["headlines"]![0]!["value"]);
        Assert.Equal(["text/html", "text/plain"], item["bodies"]!.AsArray().Select(b => (string?)b!["contentType"]));
        Assert.Equal(["one", "World", "key"], item["subjects"]!.AsArray().Select(s => (string?)s!["name"]));
    }

    [Fact]
    public void A_withdrawal_is_canceled_in_ninjs_and_has_no_content_anywhere()
    {
        var withdrawal = Change(withdrawn: true);

        Assert.Equal("canceled", (string?)JsonNode.Parse(DeliveryBodies.Write(withdrawal, DeliveryFormat.Ninjs).Bytes)!["pubStatus"]);
        Assert.Equal("article.withdrawal", (string?)JsonNode.Parse(DeliveryBodies.Write(withdrawal, DeliveryFormat.Json).Bytes)!["type"]);
        Assert.Empty(DeliveryBodies.Write(withdrawal, DeliveryFormat.Html).Bytes);
        Assert.Empty(DeliveryBodies.Write(withdrawal, DeliveryFormat.Text).Bytes);
    }

    [Fact]
    public void A_cloud_event_is_the_same_in_both_modes()
    {
        var structured = JsonNode.Parse(DeliveryBodies.Write(Change(), DeliveryFormat.CloudEvent).Bytes)!;
        var binary = DeliveryBodies.Write(Change(), DeliveryFormat.CloudEventBinary);

        var headers = binary.Headers.ToDictionary(h => h.Key, h => h.Value);
        foreach (var name in new[] { "specversion", "id", "source", "type", "subject", "sequence" })
            Assert.Equal((string?)structured[name], headers[$"ce-{name}"]);
        Assert.Equal("article.correction", headers["ce-type"]);
        Assert.Equal("/v1/sources/a%20source", headers["ce-source"]);
        Assert.Equal(structured["data"]!.ToJsonString(), JsonNode.Parse(binary.Bytes)!.ToJsonString());
        Assert.All(headers.Values, value => Assert.All(value, c => Assert.InRange(c, ' ', '~')));
        Assert.Equal(Uri.EscapeDataString("标题"), headers["ce-title"][..18]);
    }

    [Fact]
    public void Html_and_text_are_the_body_itself()
    {
        Assert.Equal("<p>One.</p>", Encoding.UTF8.GetString(DeliveryBodies.Write(Change(), DeliveryFormat.Html).Bytes));
        Assert.Equal("One.", Encoding.UTF8.GetString(DeliveryBodies.Write(Change(), DeliveryFormat.Text).Bytes));
    }

    private static ChangeEvent Change(bool withdrawn = false) => new(
        withdrawn ? ChangeKind.Withdrawal : ChangeKind.Correction,
        new PublishedArticle
        {
            ArticleId = "aaaaaaaaaaaaaaaaaaaaaaaaaa",
            Version = 2,
            Source = "a source",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            PublishedAt = DateTimeOffset.UnixEpoch,
            FirstPublishedAt = DateTimeOffset.UnixEpoch,
            IsCurrent = true,
            Sequence = 7,
            Article = withdrawn ? null : new CleanedArticle
            {
                Title = "标题 “title”",
                Authors = ["A. Uthor"],
                Section = "World",
                Tags = ["one"],
                CanonicalUrl = "https://news.example/a",
                PublishedAt = new ArticleTime(new DateOnly(2026, 3, 14)),
                BodyHtml = "<p>One.</p>",
                BodyText = "One.",
                WordCount = 1,
                WordsRemoved = 0,
                Pollution = 0,
                Charset = "utf-8",
                RuleSetVersion = "2",
            },
            Enrichment = withdrawn ? null : new Enrichment
            {
                Language = "en",
                LanguageConfidence = 1,
                Script = "Latn",
                ReadingSeconds = 1,
                Keywords = ["key", "ONE"],
                Fingerprint = "",
            },
        });
}
