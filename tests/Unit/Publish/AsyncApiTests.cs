using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Publish.Exchange;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Unit.Tests.Publish;

/// <summary>The AsyncAPI document says what the code does.</summary>
public sealed class AsyncApiTests
{
    private static readonly JsonElement Document = JsonDocument.Parse(AsyncApiDocument.Json).RootElement;

    [Fact]
    public void It_has_a_channel_for_each_message_of_the_pipeline_by_the_exchange_name_that_its_type_gives()
    {
        var contracts = typeof(IArticleMessage).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IArticleMessage))).Select(type => $"{type.Namespace}:{type.Name}");

        var exchanges = Channels("fanout").Select(channel => Exchange(channel).GetProperty("name").GetString()!);

        Assert.Equal(contracts.Order(), exchanges.Order());
        foreach (var channel in Channels("fanout"))
            Assert.EndsWith($":{Assert.Single(channel.GetProperty("messages").EnumerateObject()).Name}", Exchange(channel).GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_the_exchange_with_each_kind_of_change()
    {
        var channel = Assert.Single(Channels("topic"));
        var kinds = Enum.GetNames<ChangeKind>().Select(kind => kind.ToLowerInvariant()).ToList();

        Assert.Equal(ArticleExchange.Name, Exchange(channel).GetProperty("name").GetString());
        Assert.Equal("article.{change}.{source}.{language}", channel.GetProperty("address").GetString());
        Assert.Equal(kinds.Select(kind => $"article.{kind}").Order(), channel.GetProperty("messages").EnumerateObject().Select(message => message.Name).Order());
        Assert.Equal(kinds.Order(), channel.GetProperty("parameters").GetProperty("change").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()!).Order());
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = References(Document).ToList();

        Assert.NotEmpty(references);
        foreach (var reference in references)
        {
            var at = Document;
            foreach (var name in reference[2..].Split('/')) Assert.True(at.TryGetProperty(name, out at), reference);
        }
    }

    private static IEnumerable<JsonElement> Channels(string type) => Document.GetProperty("channels").EnumerateObject().Select(channel => channel.Value)
        .Where(channel => channel.GetProperty("bindings").GetProperty("amqp").TryGetProperty("exchange", out var exchange) && exchange.GetProperty("type").GetString() == type);

    private static JsonElement Exchange(JsonElement channel) => channel.GetProperty("bindings").GetProperty("amqp").GetProperty("exchange");

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
