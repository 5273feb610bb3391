namespace Ingestion.Storage.Sqlite;

/// <summary>The statements of a list of articles: they follow one index, newest first or back, and look the rest up by their place.</summary>
internal sealed class SqliteArticleList
{
    private readonly List<string> _tables = [];
    private readonly List<string> _conditions = [];
    private readonly List<(string, object?)> _parameters = [];

    private SqliteArticleList(ArticleQuery query, IReadOnlyList<string> terms, string? columns)
    {
        for (var i = 0; i < terms.Count; i++) AddPlaces("article_terms", $"t{i}", "term", terms[i]);
        if (query.Topic is not null) AddPlaces("article_topics", "p", "topic", ArticleTopics.Normalise(query.Topic));
        AddTable("articles", "a");
        // Written out, since a partial index is used only where its condition stands in the statement.
        _conditions.Add("a.is_current = 1");
        if (!query.IncludeTombstones) _conditions.Add("a.is_tombstone = 0");
        if (query.Source is not null) Add("a.source = $source", "$source", query.Source);
        if (query.Language is not null) Add("a.language = $language", "$language", query.Language);
        var place = $"{_tables[0].Split(' ')[1]}.sequence";
        if (query.Before is not null) Add($"{place} {(columns is null ? ">=" : "<")} $before", "$before", query.Before);
        _parameters.Add(("$limit", query.Limit));
        // CROSS JOIN keeps the order of the tables: SQLite does not know that a term has fewer rows than there are articles.
        Sql = $"SELECT {columns ?? place} FROM {string.Join(" CROSS JOIN ", _tables)} WHERE {string.Join(" AND ", _conditions)} "
            + (columns is null ? $"ORDER BY {place} LIMIT 1 OFFSET $limit" : $"ORDER BY {place} DESC LIMIT $limit");
    }

    public string Sql { get; }

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    /// <summary>The statement of the list; null for a search without a term, which finds nothing.</summary>
    public static SqliteArticleList? Of(ArticleQuery query, string columns) => Make(query, columns);

    /// <summary>The statement of the place where the page before begins; null for a search without a term.</summary>
    public static SqliteArticleList? OfPageBefore(ArticleQuery query) => Make(query, columns: null);

    private static SqliteArticleList? Make(ArticleQuery query, string? columns)
    {
        var terms = query.Search is null ? [] : SearchTerms.OfQuery(query.Search);
        return query.Search is not null && terms.Count == 0 ? null : new SqliteArticleList(query, terms, columns);
    }

    private void AddPlaces(string table, string alias, string column, string value)
    {
        AddTable(table, alias);
        Add($"{alias}.{column} = ${alias}", $"${alias}", value);
    }

    private void AddTable(string table, string alias)
    {
        if (_tables.Count > 0) _conditions.Add($"{alias}.sequence = {_tables[0].Split(' ')[1]}.sequence");
        _tables.Add($"{table} {alias}");
    }

    private void Add(string condition, string name, object? value)
    {
        _conditions.Add(condition);
        _parameters.Add((name, value));
    }
}
