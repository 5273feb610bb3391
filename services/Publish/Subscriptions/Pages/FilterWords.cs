using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>Filters, formats and states in words, for who reads the pages.</summary>
internal static class FilterWords
{
    /// <summary>What a filter lets through: "new articles and corrections from one or two, in German".</summary>
    public static string Of(SubscriptionFilter filter)
    {
        var parts = new List<string>
        {
            filter.Changes.Count == 0 ? "everything" : Join(filter.Changes.Where(kind => kind != ChangeKind.Withdrawal).Select(Of), "and"),
        };
        Add(parts, "from", filter.Sources);
        Add(parts, "in", filter.Languages);
        Add(parts, "about", filter.Topics);
        Add(parts, "with the keyword", filter.Keywords);
        Add(parts, "in the section", filter.Sections);
        Add(parts, "of the cluster", filter.Clusters);
        if (filter.FirstOfCluster) parts.Add("only the first of each cluster of near-duplicates");
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>A kind of change.</summary>
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.New => "new articles",
        ChangeKind.Correction => "corrections",
        ChangeKind.Metadata => "changes of what is known of them",
        _ => "withdrawals",
    };

    /// <summary>A kind of change, of one delivery.</summary>
    public static string OfOne(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>A format.</summary>
    public static string Of(DeliveryFormat format) => format switch
    {
        DeliveryFormat.Json => "JSON",
        DeliveryFormat.Ninjs => "ninjs 3",
        DeliveryFormat.CloudEvent => "CloudEvent, structured",
        DeliveryFormat.CloudEventBinary => "CloudEvent, binary",
        DeliveryFormat.Html => "HTML",
        DeliveryFormat.Text => "text",
        DeliveryFormat.Atom => "Atom",
        DeliveryFormat.Rss => "RSS 2.0",
        _ => "JSON Feed",
    };

    /// <summary>A state of a delivery.</summary>
    public static string Of(DeliveryState state) => state.ToString().ToLowerInvariant();

    private static void Add(List<string> parts, string word, IReadOnlyList<string> values)
    {
        if (values.Count > 0) parts.Add($"{word} {Join(values, "or")}");
    }

    private static string Join(IEnumerable<string> values, string last)
    {
        var list = values.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} {last} {list[^1]}";
    }
}
