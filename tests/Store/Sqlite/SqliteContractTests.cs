using Ingestion.Store.Tests.Contract;

namespace Ingestion.Store.Tests.Sqlite;

public sealed class SqliteSubmissionStoreTests(SqliteFixture fixture)
    : SubmissionStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSubmissionClaimTests(SqliteFixture fixture)
    : SubmissionClaimContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSubmissionListTests(SqliteFixture fixture)
    : SubmissionListContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteArticleStoreTests(SqliteFixture fixture)
    : ArticleStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteArticleListTests(SqliteFixture fixture)
    : ArticleListContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteRelayStoreTests(SqliteFixture fixture)
    : RelayStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqlitePayloadStoreTests(SqliteFixture fixture)
    : PayloadStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteIdempotencyStoreTests(SqliteFixture fixture)
    : IdempotencyStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSourceStoreTests(SqliteFixture fixture)
    : SourceStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteResubmissionTests(SqliteFixture fixture)
    : ResubmissionContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteFeedStoreTests(SqliteFixture fixture)
    : FeedStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteHostGateTests(SqliteFixture fixture)
    : HostGateContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSourceTokenStoreTests(SqliteFixture fixture)
    : SourceTokenStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteRefusalStoreTests(SqliteFixture fixture)
    : RefusalStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteEmbargoTests(SqliteFixture fixture)
    : EmbargoContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSubscriberStoreTests(SqliteFixture fixture)
    : SubscriberStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSubscriptionStoreTests(SqliteFixture fixture)
    : SubscriptionStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteDispatchStoreTests(SqliteFixture fixture)
    : DispatchStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteDeliveryStoreTests(SqliteFixture fixture)
    : DeliveryStoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteFanOutTests(SqliteFixture fixture)
    : FanOutContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSourceStatisticsTests(SqliteFixture fixture)
    : SourceStatisticsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteClusterTests(SqliteFixture fixture)
    : ClusterContract(fixture), IClassFixture<SqliteFixture>;
