using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.CloudEvents;

/// <summary>The attributes of an event that matter here.</summary>
internal sealed record CloudEventAttributes(string? SpecVersion, string? Id, string? Source, string? Type, string? Subject)
{
    /// <summary>Events of a type that ends like this take an article back: the one that the subject names.</summary>
    private const string Withdrawn = ".withdrawn";

    /// <summary>Whether the event takes an article back.</summary>
    public bool IsWithdrawal => Type?.EndsWith(Withdrawn, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Says what is missing or wrong (CloudEvents 1.0.2, section 3.1).</summary>
    public void Check(PushErrors errors)
    {
        if (SpecVersion is not "1.0")
            errors.Add("specversion", SpecVersion is null ? "is missing: \"1.0\"." : $"'{SpecVersion}' is not known: 1.0 is.");
        if (string.IsNullOrEmpty(Id)) errors.Add("id", "is missing: every event has one.");
        if (string.IsNullOrEmpty(Source)) errors.Add("source", "is missing: every event has one.");
        if (string.IsNullOrEmpty(Type)) errors.Add("type", "is missing: every event has one.");
        if (IsWithdrawal && string.IsNullOrEmpty(Subject)) errors.Add("subject", "is missing: name the article that is withdrawn.");
    }

    /// <summary>The withdrawal that the event is.</summary>
    public IncomingArticle Withdrawal() => new() { Source = Source, Id = Subject, IsWithdrawal = true };

    /// <summary>The articles in the event's data.</summary>
    /// <exception cref="UnknownFormatException">The data is of a type that is not known.</exception>
    public IReadOnlyList<IncomingArticle> ReadData(ReadOnlyMemory<byte> data, string dataType, PushRequest hints, PushErrors errors)
    {
        if (errors.Any) return [];
        if (dataType.Contains("cloudevents", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add("datacontenttype", "is an event again: events are not nested.");
            return [];
        }
        var own = new PushErrors();
        var articles = PushFormats.Read(new PushDocument(data, dataType, hints with { Id = hints.Id ?? Subject }), own);
        errors.AddAll("data.", own);
        var id = articles.Count == 1 ? Subject : null;
        return [.. articles.Select(article => article with { Source = article.Source ?? Source, Id = article.Id ?? id })];
    }
}
