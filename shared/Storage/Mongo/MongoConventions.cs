using Ingestion.Contracts;
using Ingestion.Storage.Clusters;
using Ingestion.Storage.Deliveries;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Conventions;
using MongoDB.Bson.Serialization.Serializers;

namespace Ingestion.Storage.Mongo;

/// <summary>How records become documents. It is all here, so that records stay free of attributes.</summary>
internal static class MongoConventions
{
    private static readonly Lazy<bool> Registered = new(RegisterOnce);

    /// <summary>Registers them for the process; the first call counts. Must come before the first record is written or read.</summary>
    public static void Register() => _ = Registered.Value;

    private static bool RegisterOnce()
    {
        // A date, not the driver's own sub-document: it sorts, and a TTL index takes it. Milliseconds, UTC.
        BsonSerializer.TryRegisterSerializer(new DateTimeOffsetSerializer(BsonType.DateTime));
        BsonSerializer.TryRegisterSerializer(new ArticleTimeSerializer());
        ConventionRegistry.Register(
            "Ingestion",
            new ConventionPack
            {
                new CamelCaseElementNameConvention(),
                new EnumRepresentationConvention(BsonType.String),
                // Records must read what a newer version of the program wrote, and documents have elements that records lack.
                new IgnoreExtraElementsConvention(true),
            },
            type => type.Namespace?.StartsWith("Ingestion", StringComparison.Ordinal) == true);
        BsonClassMap.TryRegisterClassMap<Change>(map =>
        {
            map.AutoMap();
            map.MapIdMember(change => change.Sequence);
        });
        BsonClassMap.TryRegisterClassMap<PolledFeed>(map =>
        {
            map.AutoMap();
            map.MapIdMember(feed => feed.SourceId);
        });
        BsonClassMap.TryRegisterClassMap<ClusterMember>(map =>
        {
            map.AutoMap();
            map.MapIdMember(member => member.ArticleId);
        });
        BsonClassMap.TryRegisterClassMap<Dispatch>(map =>
        {
            map.AutoMap();
            map.MapIdMember(dispatch => dispatch.SubscriptionId);
        });
        return true;
    }

    /// <summary>Writes an <see cref="ArticleTime"/> as its ISO 8601 text, as precise as it is.</summary>
    private sealed class ArticleTimeSerializer : StructSerializerBase<ArticleTime>
    {
        public override ArticleTime Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args)
        {
            var text = context.Reader.ReadString();
            return ArticleTime.TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is not a date or time.");
        }

        public override void Serialize(BsonSerializationContext context, BsonSerializationArgs args, ArticleTime value) =>
            context.Writer.WriteString(value.ToString());
    }
}
