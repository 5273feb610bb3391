using Ingestion.Store.Tests.Contract;

namespace Ingestion.Store.Tests.Mongo;

public sealed class MongoSubmissionStoreTests(MongoFixture fixture)
    : SubmissionStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoSubmissionClaimTests(MongoFixture fixture)
    : SubmissionClaimContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoSubmissionListTests(MongoFixture fixture)
    : SubmissionListContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoArticleStoreTests(MongoFixture fixture)
    : ArticleStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoArticleListTests(MongoFixture fixture)
    : ArticleListContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoRelayStoreTests(MongoFixture fixture)
    : RelayStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoPayloadStoreTests(MongoFixture fixture)
    : PayloadStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoIdempotencyStoreTests(MongoFixture fixture)
    : IdempotencyStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoSourceStoreTests(MongoFixture fixture)
    : SourceStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoResubmissionTests(MongoFixture fixture)
    : ResubmissionContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoFeedStoreTests(MongoFixture fixture)
    : FeedStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoHostGateTests(MongoFixture fixture)
    : HostGateContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoSourceTokenStoreTests(MongoFixture fixture)
    : SourceTokenStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoRefusalStoreTests(MongoFixture fixture)
    : RefusalStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoEmbargoTests(MongoFixture fixture)
    : EmbargoContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoSubscriberStoreTests(MongoFixture fixture)
    : SubscriberStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoSubscriptionStoreTests(MongoFixture fixture)
    : SubscriptionStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoDispatchStoreTests(MongoFixture fixture)
    : DispatchStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoDeliveryStoreTests(MongoFixture fixture)
    : DeliveryStoreContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoFanOutTests(MongoFixture fixture)
    : FanOutContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoSourceStatisticsTests(MongoFixture fixture)
    : SourceStatisticsContract(fixture), IClassFixture<MongoFixture>;

public sealed class MongoClusterTests(MongoFixture fixture)
    : ClusterContract(fixture), IClassFixture<MongoFixture>;
