using System.Text;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Formats.CloudEvents;
using Ingestion.Ingest.Push;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Formats;

/// <summary>From documents to what is to be done: our JSON, CloudEvents, and how formats are told.</summary>
public sealed class PushReaderTests
{
    private const string Event = """
        {"specversion":"1.0","id":"e1","source":"https://a.example/cms","type":"com.example.article","subject":"42","datacontenttype":"text/html","data":"<p>Text</p>"}
        """;

    [Theory]
    [InlineData("""{"source":"s","id":"1","text":"x"}""", "application/json", "1")]
    [InlineData("""{"uri":"urn:1","title":"T"}""", "application/json", "urn:1")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"i"}]}""", "application/json", "i")]
    [InlineData("""{"specversion":"1.0","id":"e","source":"s","type":"t","data":{"id":"d","text":"x"}}""", "application/json", "d")]
    [InlineData("<p>x", "text/html; charset=gbk", null)]
    [InlineData("<feed><entry><id>a</id></entry></feed>", "application/atom+xml", "a")]
    public void A_document_is_told_by_its_type_or_by_what_it_is(string document, string type, string? id)
    {
        var item = Assert.Single(Read(document, type, out var errors, source: "s"));
        Assert.False(errors.Any, errors.ToString());
        Assert.Equal((id, "s"), (item.Article.SourceArticleId, item.Article.Source));
    }

    [Fact]
    public void An_event_carries_a_page_and_gives_it_its_source_and_id()
    {
        var item = Assert.Single(Read(Event, "application/cloudevents+json", out _));
        Assert.Equal(("https://a.example/cms", "42", "text/html"), (item.Article.Source, item.Article.SourceArticleId, item.Article.ContentType));
        Assert.Equal("<p>Text</p>", Encoding.UTF8.GetString(item.Article.Content.Span));
    }

    [Fact]
    public void An_event_carries_any_other_format_as_JSON_as_text_and_in_base64()
    {
        var nitf = "<nitf><head><docdata><doc-id id-string='n'/></docdata></head><body><body.content><p>x</p></body.content></body></nitf>";
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(nitf));
        Assert.Equal("n", Assert.Single(Read(Wrap($"\"datacontenttype\":\"application/nitf+xml\",\"data_base64\":\"{base64}\""), "application/cloudevents+json", out _)).Article.SourceArticleId);
        Assert.Equal("n", Assert.Single(Read(Wrap($"\"datacontenttype\":\"text/xml\",\"data\":\"{nitf}\""), "application/cloudevents+json", out _)).Article.SourceArticleId);
        Assert.Equal("urn:1", Assert.Single(Read(Wrap("\"datacontenttype\":\"application/ninjs+json\",\"data\":{\"uri\":\"urn:1\"}"), "application/cloudevents+json", out _)).Article.SourceArticleId);
    }

    [Fact]
    public void A_batch_of_events_is_several_articles_and_its_errors_say_which()
    {
        Assert.Equal(2, Read($"[{Event},{Event}]", "application/cloudevents-batch+json", out _).Count);
        Assert.Empty(Read($"[{Event},{{\"specversion\":\"0.3\"}}]", "application/cloudevents-batch+json", out var errors));
        Assert.Contains("'0.3' is not known", Assert.Contains("[1].specversion", errors.ByField)[0], StringComparison.Ordinal);
        Assert.Contains("[1].id", errors.ByField);
    }

    [Fact]
    public void An_event_in_headers_has_the_document_as_its_body()
    {
        var headers = new Dictionary<string, string> { ["ce-specversion"] = "1.0", ["ce-id"] = "1", ["ce-source"] = "s", ["ce-type"] = "t", ["ce-subject"] = "7" };
        var envelope = BinaryCloudEvent.Read(name => headers.GetValueOrDefault(name), BinaryCloudEvent.HttpPrefix)!;
        var errors = new PushErrors();
        var item = Assert.Single(PushReader.Read(new PushDocument("<p>x"u8.ToArray(), "text/html", new PushRequest()), envelope, errors));
        Assert.Equal(("s", "7"), (item.Article.Source, item.Article.SourceArticleId));
        Assert.Null(BinaryCloudEvent.Read(_ => null, BinaryCloudEvent.HttpPrefix));
    }

    [Fact]
    public void An_event_of_a_type_that_ends_with_withdrawn_takes_its_subject_back()
    {
        var item = Assert.Single(Read("""{"specversion":"1.0","id":"e","source":"s","type":"com.example.article.withdrawn","subject":"1"}""", "application/cloudevents+json", out _));
        Assert.True(item.IsWithdrawal);
        Assert.Equal(Assert.Single(Read("""{"source":"s","id":"1","text":"x"}""", "application/json", out _)).ArticleId, item.ArticleId);
    }

    [Theory]
    [InlineData("""{"source":"s","text":"x","titel":"x"}""", "application/json", "titel")]
    [InlineData("[]", "application/json", "PushRequest")]
    [InlineData("null", "application/json", "null is not a push")]
    [InlineData("{", "application/cloudevents+json", "LineNumber")]
    [InlineData("{}", "application/cloudevents-batch+json", "JSON array")]
    public void What_cannot_be_read_is_said(string document, string type, string reason) =>
        Assert.Contains(reason, Assert.Throws<MalformedDocumentException>(() => Read(document, type, out _)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "application/cloudevents+json", "specversion", "is missing")]
    [InlineData("""{"specversion":"1.0","id":"e","source":"s","type":"t"}""", "application/cloudevents+json", "data", "carries no article")]
    [InlineData("""{"specversion":"1.0","id":"e","source":"s","type":"t","data_base64":"%"}""", "application/cloudevents+json", "data_base64", "not base64")]
    [InlineData("""{"specversion":"1.0","id":"e","source":"s","type":"t","data":{}}""", "application/cloudevents+json", "data.html", "is missing")]
    [InlineData("<rss><channel><item><guid>1</guid></item></channel></rss>", "application/rss+xml", "source", "is required")]
    [InlineData("<rss><channel/></rss>", "application/rss+xml", "body", "without any entry")]
    [InlineData("", "text/html", "body", "is empty")]
    public void What_is_not_valid_is_refused_with_the_field(string document, string type, string field, string reason)
    {
        Assert.Empty(Read(document, type, out var errors));
        Assert.Contains(reason, Assert.Contains(field, errors.ByField)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("")]
    [InlineData(null)]
    public void A_type_that_is_not_known_is_refused_with_those_that_are(string? type)
    {
        Assert.Null(PushFormats.Find(type));
        var reason = new UnknownFormatException(type).Message;
        Assert.All(["application/ninjs+json", "application/rss+xml", "application/cloudevents+json", "application/x-ndjson"], known => Assert.Contains(known, reason, StringComparison.Ordinal));
    }

    private static string Wrap(string rest) => $$"""{"specversion":"1.0","id":"e","source":"s","type":"t",{{rest}}}""";

    private static IReadOnlyList<PushItem> Read(string document, string type, out PushErrors errors, string? source = null)
    {
        errors = new PushErrors();
        return PushReader.Read(new PushDocument(Encoding.UTF8.GetBytes(document), type, new PushRequest { Source = source }), null, errors);
    }
}
