namespace Ingestion.Hosting.Pipeline;

/// <summary>Stores keep milliseconds: a time is rounded when it is made, so that it never changes on its way.</summary>
public static class WholeMilliseconds
{
    /// <summary>The same instant in UTC, without fractions of a millisecond.</summary>
    public static DateTimeOffset ToWholeMilliseconds(this DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
