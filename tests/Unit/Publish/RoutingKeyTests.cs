using System.Text;
using Ingestion.Publish.Exchange;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Unit.Tests.Publish;

public sealed class RoutingKeyTests
{
    [Theory]
    [InlineData(ChangeKind.New, "demo", "en", "article.new.demo.en")]
    [InlineData(ChangeKind.Correction, "news.example", "zh", "article.correction.news%2Eexample.zh")]
    [InlineData(ChangeKind.Withdrawal, "a*#%b c", null, "article.withdrawal.a%2A%23%25b%20c.und")]
    [InlineData(ChangeKind.Metadata, "报", "und", "article.metadata.%E6%8A%A5.und")]
    public void A_key_has_four_words(ChangeKind kind, string source, string? language, string key) =>
        Assert.Equal(key, RoutingKey.Of(kind, source, language));

    [Fact]
    public void A_key_is_never_longer_than_the_protocol_allows()
    {
        var key = RoutingKey.Of(ChangeKind.Withdrawal, new string('报', 500), "zh");

        Assert.InRange(Encoding.UTF8.GetByteCount(key), 1, 255);
        Assert.Equal(4, key.Split('.').Length);
    }
}
