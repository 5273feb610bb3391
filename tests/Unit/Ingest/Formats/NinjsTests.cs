using System.Text;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Push;
using Ingestion.Unit.Tests.Clean;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Formats;

public sealed class NinjsTests
{
    private const string Type = "application/ninjs+json";

    [Fact]
    public void Version_3()
    {
        var article = Assert.Single(Read("""
            {"uri":"urn:news:7","type":"text","versionCreated":"2023-07-09T10:37:00Z","firstCreated":"2023-07-09T09:00:00+02:00","language":"en","by":"A. Author",
             "headlines":[{"role":"short","value":"Short"},{"role":"main","value":"The headline"}],"pubStatus":"usable","urgency":3,
             "embargoedUntil":"2023-07-10T00:00:00Z","expires":"2024-07-10T00:00:00Z",
             "bodies":[{"contentType":"text/plain","value":"Plain"},{"role":"x","contentType":"text/html","value":"<p>Rich</p>"}]}
            """, out var errors));
        Assert.False(errors.Any, errors.ToString());
        Assert.Equal(("urn:news:7", "The headline", "en", "<p>Rich</p>", false), (article.Id, article.Title, article.Language, article.BodyHtml, article.IsWithdrawal));
        Assert.Equal(("2023-07-09T09:00:00+02:00", "2023-07-10T00:00:00Z", "2024-07-10T00:00:00Z"), (article.PublishedAt.ToString(), article.EmbargoedUntil.ToString(), article.ExpiresAt.ToString()));
        Assert.Equal(["A. Author"], article.Authors);
    }

    [Theory]
    [InlineData("""{"uri":"urn:1","headline":"H","byline":"B","body_text":"One\n\nTwo <3","versioncreated":"2023-07-09T10:37:00Z"}""", "H", "<p>One</p>\n<p>Two &lt;3</p>\n")]
    [InlineData("""{"uri":"urn:1","headlines":[{"value":"H"}],"bodies":[{"value":"<p>x</p>"}]}""", "H", "<p>x</p>")]
    [InlineData("""{"uri":"urn:1","title":"T","descriptions":[{"value":"A picture"}],"type":"picture"}""", "T", "<p>A picture</p>\n")]
    [InlineData("""{"uri":"urn:1","title":"T","bodies":[{"contentType":"application/nitf+xml","value":"<nitf><body><body.content><p>N</p></body.content></body></nitf>"}]}""", "T", "<p>N</p>")]
    public void Each_generation_and_kind_of_text(string json, string title, string body)
    {
        var article = Assert.Single(Read(json, out _));
        Assert.Equal((title, body), (article.Title, article.BodyHtml));
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("withheld")]
    public void What_is_canceled_or_withheld_is_withdrawn(string status) =>
        Assert.True(Assert.Single(Read($$"""{"uri":"urn:1","pubstatus":"{{status}}"}""", out _)).IsWithdrawal);

    [Theory]
    [InlineData("{}", "uri", "is missing")]
    [InlineData("""{"uri":7}""", "uri", "is a number")]
    [InlineData("""{"uri":"a b"}""", "uri", "not a URI")]
    [InlineData("""{"uri":"urn:1","headlne":"x"}""", "headlne", "is not a field")]
    [InlineData("""{"uri":"urn:1","versionCreated":"yesterday"}""", "versionCreated", "'yesterday' is not a date")]
    [InlineData("""{"uri":"urn:1","versioncreated":"2023-07-09"}""", "versioncreated", "RFC 3339")]
    [InlineData("""{"uri":"urn:1","pubStatus":"maybe"}""", "pubStatus", "usable, withheld, canceled")]
    [InlineData("""{"uri":"urn:1","type":"song"}""", "type", "'song'")]
    [InlineData("""{"uri":"urn:1","bodies":"x"}""", "bodies", "has to be an array")]
    [InlineData("""{"uri":"urn:1","bodies":[{"role":"x"}]}""", "bodies[0].value", "is missing")]
    [InlineData("""{"uri":"urn:1","bodies":[{"value":"x","colour":"red"}]}""", "bodies[0].colour", "is not a field")]
    [InlineData("""{"uri":"urn:1","renditions":[{"href":"x"}]}""", "renditions[0].name", "is missing")]
    [InlineData("""{"uri":"urn:1","associations":[{"uri":"urn:2","urgency":"high"}]}""", "associations[0].urgency", "has to be a number")]
    [InlineData("""{"uri":"urn:1","$standard":"x"}""", "$standard", "has to be an object")]
    [InlineData("""[{"uri":"urn:1"},{"title":"x"}]""", "[1].uri", "is missing")]
    [InlineData("7", "body", "is a number")]
    public void What_is_not_valid_is_refused_with_the_field(string json, string field, string reason)
    {
        Read(json, out var errors);
        Assert.Contains(reason, Assert.Contains(field, errors.ByField)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_is_taken_where_the_item_names_its_schema()
    {
        Assert.Single(Read("""{"uri":"urn:1","ours":1,"standard":{"name":"OURS","schema":"https://a.example/s.json"}}""", out var errors));
        Assert.False(errors.Any);
        Read("""{"uri":"urn:1","ours":1,"standard":{"name":"ninjs","schema":"http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}}""", out errors);
        Assert.Contains("ours", errors.ByField);
    }

    [Fact]
    public void What_is_no_JSON_is_said_with_the_line() =>
        Assert.Contains("LineNumber", Assert.Throws<MalformedDocumentException>(() => Read("{\"uri\":\n nope}", out _)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_the_public_examples_the_valid_ones_are_taken_and_the_others_refused()
    {
        SharedFiles.Require("bench/ninjs-iptc/SOURCE.md");
        var root = Path.GetDirectoryName(SharedFiles.Require("bench/ninjs-iptc/SOURCE.md"))!;
        var (taken, refused) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories))
        {
            var isValid = file.Contains("/examples/", StringComparison.Ordinal) || file.Contains("should_pass", StringComparison.Ordinal);
            var isWrong = file.Contains("not-valid", StringComparison.Ordinal) || file.Contains("should_fail", StringComparison.Ordinal);
            if ((!isValid && !isWrong) || file.EndsWith("-schema.json", StringComparison.Ordinal)) continue;
            var articles = Read(File.ReadAllText(file), out var errors);
            Assert.True(errors.Any == isWrong, $"{Path.GetRelativePath(root, file)}: {errors}");
            Assert.Equal(isWrong, articles.Count == 0);
            _ = isWrong ? refused++ : taken++;
        }
        Assert.True(taken > 20 && refused > 0, $"{taken} taken, {refused} refused");
    }

    private static IReadOnlyList<IncomingArticle> Read(string json, out PushErrors errors)
    {
        errors = new PushErrors();
        return PushFormats.Read(new PushDocument(Encoding.UTF8.GetBytes(json), Type, new PushRequest()), errors);
    }
}
