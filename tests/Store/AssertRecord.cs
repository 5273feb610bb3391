using System.Text.Json;

namespace Ingestion.Store.Tests;

/// <summary>Compares records with the lists in them, to the last property.</summary>
internal static class AssertRecord
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static void Equal<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Options), JsonSerializer.Serialize(actual, Options));
}
