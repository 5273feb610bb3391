namespace Ingestion.Clean.Recleaning;

/// <summary>Adds up what one call does.</summary>
internal sealed class RecleanReport(bool dry)
{
    private readonly List<RecleanedArticle> _articles = [];

    /// <summary>Articles cleaned so far.</summary>
    public int Scanned { get; set; }

    /// <summary>An article that changes, or is rejected.</summary>
    public void Add(RecleanedArticle article) => _articles.Add(article);

    /// <summary>The answer.</summary>
    /// <param name="next">The cursor of the next call; null when all is done.</param>
    public RecleanAnswer ToAnswer(string? next)
    {
        var differences = _articles.Select(article => article.Difference).OfType<Comparison.ArticleDifference>().ToList();
        return new RecleanAnswer
        {
            Dry = dry,
            Scanned = Scanned,
            Changed = differences.Count,
            Written = Count(RecleanOutcome.Written),
            Overtaken = Count(RecleanOutcome.Overtaken),
            Rejected = Count(RecleanOutcome.Rejected),
            Fields = differences.SelectMany(difference => difference.Fields).GroupBy(field => field.Name)
                .ToDictionary(field => field.Key, field => field.Count()),
            WordsBefore = differences.Sum(difference => (long)difference.WordsBefore),
            WordsAfter = differences.Sum(difference => (long)difference.WordsAfter),
            Articles = _articles,
            Next = next,
        };
    }

    private int Count(RecleanOutcome outcome) => _articles.Count(article => article.Outcome == outcome);
}
