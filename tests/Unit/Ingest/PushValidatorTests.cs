using System.Text;
using Ingestion.Ingest.Push;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest;

public sealed class PushValidatorTests
{
    private static readonly PushRequest Valid = new() { Source = "example", Text = "A text." };

    [Fact]
    public void Text_becomes_UTF_8_bytes_with_its_type()
    {
        var draft = PushValidator.Validate(Valid with { Text = "Grüße", Id = " 7 ", PublishedAt = "2023-03-14" }, new PushErrors())!;
        Assert.Equal("Grüße", Encoding.UTF8.GetString(draft.Content.Span));
        Assert.Equal("text/plain; charset=utf-8", draft.ContentType);
        Assert.Equal("7", draft.SourceArticleId);
        Assert.Equal("2023-03-14", draft.Hints.PublishedAt.ToString());
    }

    [Fact]
    public void Raw_bytes_come_through_untouched_with_their_charset()
    {
        byte[] gbk = [0xC4, 0xE3, 0xBA, 0xC3, 0x00, 0xFF];
        var request = Valid with { Text = null, RawBase64 = Convert.ToBase64String(gbk), ContentType = "text/html; charset=gbk" };
        var draft = PushValidator.Validate(request, new PushErrors())!;
        Assert.Equal(gbk, draft.Content.ToArray());
        Assert.Equal("text/html; charset=gbk", draft.ContentType);
    }

    public static TheoryData<string, string, object> Wrong => new()
    {
        { "source", "is required", Valid with { Source = " " } },
        { "source", "has 129 characters", Valid with { Source = new string('s', 129) } },
        { "source", "control characters", Valid with { Source = "a\nb" } },
        { "id", "is empty", Valid with { Id = "" } },
        { "url", "'/news/1' is not an absolute http or https URL", Valid with { Url = "/news/1" } },
        { "url", "'ftp://a.example/' is not an absolute", Valid with { Url = "ftp://a.example/" } },
        { "publishedAt", "'14.3.2023' is not ISO 8601", Valid with { PublishedAt = "14.3.2023" } },
        { "title", "has 2001 characters", Valid with { Title = new string('t', 2001) } },
        { "html", "is missing", Valid with { Text = null } },
        { "html", "one of html, text: give exactly one", Valid with { Html = "<p>" } },
        { "text", "is empty", Valid with { Text = " \n" } },
        { "contentType", "goes with rawBase64 only", Valid with { ContentType = "text/html" } },
        { "contentType", "'image/png' is not one of", Valid with { Text = null, RawBase64 = "AAAA", ContentType = "image/png" } },
        { "contentType", "'' is not one of", Valid with { Text = null, RawBase64 = "AAAA" } },
        { "rawBase64", "is not base64", Valid with { Text = null, RawBase64 = "%%%", ContentType = "text/html" } },
        { "rawBase64", "is empty", Valid with { Text = null, RawBase64 = "", ContentType = "text/html" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_of_its_field(string field, string error, object request)
    {
        var errors = new PushErrors();
        Assert.Null(PushValidator.Validate((PushRequest)request, errors));
        Assert.Contains(error, Assert.Contains(field, errors.ByField)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_said_at_once()
    {
        var errors = new PushErrors();
        Assert.Null(PushValidator.Validate(new PushRequest { Url = "x", PublishedAt = "y" }, errors));
        Assert.Equal(["html", "publishedAt", "source", "url"], errors.ByField.Keys.Order());
    }
}
