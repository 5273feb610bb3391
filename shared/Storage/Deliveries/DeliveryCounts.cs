namespace Ingestion.Storage.Deliveries;

/// <summary>Makes the answer of <see cref="IDeliveryStore.CountAsync"/> from the groups that a store has counted.</summary>
internal static class DeliveryCounts
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<DeliveryState, long>> Of(
        IReadOnlyCollection<string> subscriptionIds, IEnumerable<(string Id, DeliveryState State, long Count)> groups)
    {
        var counted = groups.ToLookup(group => group.Id);
        return subscriptionIds.Distinct().ToDictionary(
            id => id, IReadOnlyDictionary<DeliveryState, long> (id) => counted[id].ToDictionary(group => group.State, group => group.Count));
    }
}
