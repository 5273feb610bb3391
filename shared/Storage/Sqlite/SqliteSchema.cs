namespace Ingestion.Storage.Sqlite;

/// <summary>The tables, as migrations in order. The file's <c>user_version</c> counts those it has seen.</summary>
internal static class SqliteSchema
{
    private static readonly string[] Migrations = [Version1, Version2, Version3, Version4, Version5, Version6, Version7, Version8, Version9];

    /// <summary>Applies what is missing. Several processes may do so at once: the write lock lets one through at a time.</summary>
    public static void Migrate(SqliteSession session)
    {
        if (Version(session) == Migrations.Length) return;
        // Whoever opened the session closes it on an error, which undoes the transaction.
        session.Run("BEGIN IMMEDIATE");
        var version = Version(session);
        if (version > Migrations.Length)
            throw new InvalidOperationException(
                $"The store's file has schema version {version}, this program knows {Migrations.Length}: run the newer program.");
        foreach (var migration in Migrations.Skip(version)) session.Run(migration);
        if (version < 7) SqliteFacets.Fill(session);
        session.Run($"PRAGMA user_version = {Migrations.Length}");
        session.Run("COMMIT");
    }

    /// <summary>Refuses a file that lacks tables.</summary>
    /// <exception cref="StoreUnavailableException">It has not been prepared yet.</exception>
    public static void Require(SqliteSession session)
    {
        var version = Version(session);
        if (version < Migrations.Length)
            throw new StoreUnavailableException(
                "The store's file is not prepared yet.",
                new InvalidOperationException($"It has schema version {version}; {Migrations.Length} is needed."));
    }

    private static int Version(SqliteSession session) => (int)session.QueryNumber("PRAGMA user_version");

    // Times are Unix milliseconds. Raw bytes have a table of their own, so that lists do not page through them.
    private const string Version1 = """
        CREATE TABLE submissions (
            id INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            is_latest INTEGER NOT NULL,
            kind TEXT NOT NULL,
            source TEXT NOT NULL,
            source_article_id TEXT,
            hints TEXT NOT NULL,
            content_type TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            raw_length INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            trace_parent TEXT,
            state TEXT NOT NULL,
            changed_at INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            due_at INTEGER,
            failure TEXT,
            timeline TEXT NOT NULL,
            summary TEXT,
            language TEXT,
            UNIQUE (article_id, version)
        ) STRICT;
        CREATE UNIQUE INDEX submissions_latest_of_article ON submissions (article_id) WHERE is_latest = 1;
        CREATE INDEX submissions_latest ON submissions (received_at, article_id) WHERE is_latest = 1;
        CREATE INDEX submissions_latest_by_source ON submissions (source, received_at, article_id) WHERE is_latest = 1;
        CREATE INDEX submissions_latest_by_language ON submissions (language, received_at, article_id)
            WHERE is_latest = 1 AND language IS NOT NULL;
        CREATE INDEX submissions_latest_by_change ON submissions (changed_at) WHERE is_latest = 1;
        CREATE INDEX submissions_by_state ON submissions (state, received_at, article_id);
        CREATE INDEX submissions_due ON submissions (due_at, received_at, article_id) WHERE due_at IS NOT NULL;

        CREATE TABLE submission_raw (
            submission_id INTEGER PRIMARY KEY REFERENCES submissions (id) ON DELETE CASCADE,
            content BLOB NOT NULL
        ) STRICT;

        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            source TEXT NOT NULL,
            language TEXT,
            received_at INTEGER NOT NULL,
            published_at INTEGER NOT NULL,
            first_published_at INTEGER NOT NULL,
            is_current INTEGER NOT NULL,
            is_tombstone INTEGER NOT NULL,
            sequence INTEGER UNIQUE,
            article TEXT,
            enrichment TEXT,
            UNIQUE (article_id, version)
        ) STRICT;
        CREATE UNIQUE INDEX articles_current ON articles (article_id) WHERE is_current = 1;
        CREATE INDEX articles_recent ON articles (sequence) WHERE is_current = 1 AND is_tombstone = 0;
        CREATE INDEX articles_recent_by_source ON articles (source, sequence) WHERE is_current = 1 AND is_tombstone = 0;
        CREATE INDEX articles_recent_by_language ON articles (language, sequence) WHERE is_current = 1 AND is_tombstone = 0;

        CREATE TABLE changes (
            sequence INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            kind TEXT NOT NULL,
            source TEXT NOT NULL,
            changed_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE payloads (
            key TEXT PRIMARY KEY,
            article TEXT NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX payloads_expiry ON payloads (expires_at);

        CREATE TABLE idempotency (
            key TEXT PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            status_code INTEGER,
            body TEXT,
            expires_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX idempotency_expiry ON idempotency (expires_at);
        """;

    private const string Version2 = """
        CREATE TABLE sources (
            id TEXT PRIMARY KEY,
            revision INTEGER NOT NULL,
            record TEXT NOT NULL
        ) STRICT;
        """;

    private const string Version3 = "ALTER TABLE submissions ADD COLUMN recleaned_from INTEGER;";

    private const string Version4 = """
        CREATE TABLE feeds (
            source_id TEXT PRIMARY KEY,
            revision INTEGER NOT NULL,
            due_at INTEGER,
            lease INTEGER NOT NULL,
            record TEXT NOT NULL
        ) STRICT;
        CREATE INDEX feeds_due ON feeds (due_at, source_id) WHERE due_at IS NOT NULL;

        CREATE TABLE hosts (
            host TEXT PRIMARY KEY,
            free_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX hosts_free ON hosts (free_at);
        """;

    private const string Version5 = """
        CREATE TABLE source_tokens (
            id TEXT PRIMARY KEY,
            source_id TEXT NOT NULL,
            name TEXT,
            hash TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL,
            last_used_at INTEGER
        ) STRICT;
        CREATE INDEX source_tokens_by_source ON source_tokens (source_id, created_at);

        CREATE TABLE refusals (
            source_id TEXT NOT NULL,
            reason TEXT NOT NULL,
            count INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            PRIMARY KEY (source_id, reason)
        ) STRICT;

        ALTER TABLE submissions ADD COLUMN embargoed_until INTEGER;
        ALTER TABLE submissions ADD COLUMN expires_at INTEGER;
        CREATE INDEX submissions_expiring ON submissions (expires_at) WHERE is_latest = 1 AND expires_at IS NOT NULL;
        """;

    private const string Version6 = """
        CREATE TABLE subscribers (
            id TEXT PRIMARY KEY,
            revision INTEGER NOT NULL,
            record TEXT NOT NULL
        ) STRICT;
        CREATE TABLE subscriber_tokens (
            hash TEXT PRIMARY KEY,
            subscriber_id TEXT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX subscriber_tokens_by_subscriber ON subscriber_tokens (subscriber_id);

        CREATE TABLE subscriptions (
            id TEXT PRIMARY KEY,
            subscriber_id TEXT,
            state TEXT NOT NULL,
            revision INTEGER NOT NULL,
            record TEXT NOT NULL
        ) STRICT;
        CREATE INDEX subscriptions_by_subscriber ON subscriptions (subscriber_id, id);
        CREATE TABLE subscriptions_revision (revision INTEGER NOT NULL) STRICT;
        INSERT INTO subscriptions_revision (revision) VALUES (0);

        CREATE TABLE dispatches (
            subscription_id TEXT PRIMARY KEY,
            owner TEXT,
            lease_until INTEGER,
            throttled_until INTEGER,
            backfill_after INTEGER,
            record TEXT NOT NULL
        ) STRICT;

        CREATE TABLE deliveries (
            id TEXT PRIMARY KEY,
            subscription_id TEXT NOT NULL,
            subscriber_id TEXT,
            article_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            kind TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            trace_parent TEXT,
            state TEXT NOT NULL,
            due_at INTEGER,
            attempt INTEGER NOT NULL,
            delivered_at INTEGER,
            revision INTEGER NOT NULL,
            attempts TEXT
        ) STRICT;
        CREATE INDEX deliveries_due ON deliveries (subscription_id, due_at, sequence) WHERE due_at IS NOT NULL;
        CREATE INDEX deliveries_unfinished ON deliveries (subscription_id, article_id, sequence) WHERE due_at IS NOT NULL;
        CREATE INDEX deliveries_by_article ON deliveries (article_id, sequence);
        CREATE INDEX deliveries_by_subscription ON deliveries (subscription_id, sequence);
        CREATE INDEX deliveries_by_state ON deliveries (subscription_id, state, sequence);

        ALTER TABLE articles ADD COLUMN text_hash TEXT;
        ALTER TABLE articles ADD COLUMN cluster_id TEXT;
        CREATE INDEX changes_by_time ON changes (changed_at);
        """;

    // Topics and terms of the current versions, by their place in the sequence: lists are read along the key, newest first.
    private const string Version7 = """
        ALTER TABLE articles ADD COLUMN topics TEXT NOT NULL DEFAULT '[]';
        DROP INDEX articles_recent;
        DROP INDEX articles_recent_by_source;
        DROP INDEX articles_recent_by_language;
        CREATE INDEX articles_listed ON articles (sequence) WHERE is_current = 1;
        CREATE INDEX articles_listed_by_source ON articles (source, sequence) WHERE is_current = 1;
        CREATE INDEX articles_listed_by_language ON articles (language, sequence) WHERE is_current = 1;

        CREATE TABLE article_topics (
            topic TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            PRIMARY KEY (topic, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_topics_by_sequence ON article_topics (sequence);

        CREATE TABLE article_terms (
            term TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            PRIMARY KEY (term, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_terms_by_sequence ON article_terms (sequence);
        """;

    private const string Version8 = """
        CREATE TABLE cluster_members (
            article_id TEXT PRIMARY KEY,
            cluster_id TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            seen_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX cluster_members_by_time ON cluster_members (seen_at);

        CREATE TABLE cluster_bands (
            band TEXT NOT NULL,
            article_id TEXT NOT NULL REFERENCES cluster_members (article_id) ON DELETE CASCADE,
            PRIMARY KEY (band, article_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cluster_bands_by_article ON cluster_bands (article_id);

        CREATE INDEX articles_by_cluster ON articles (cluster_id, sequence) WHERE is_current = 1;
        """;

    private const string Version9 = """
        CREATE TABLE relays (
            name TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            lease_until INTEGER NOT NULL,
            sequence INTEGER NOT NULL
        ) STRICT;
        """;
}
