using Xunit;

namespace Ingestion.Unit.Tests;

/// <summary>Finds the benchmarks that may lie beside the repository; tests that use them skip where they are absent.</summary>
internal static class SharedBench
{
    /// <summary>A file or folder of the benchmarks; skips the test if it is not there.</summary>
    public static string Require(string relative)
    {
        var path = Find(relative);
        Assert.SkipUnless(path is not null, $"shared/bench/{relative} is not beside the repository (INGESTION_SHARED may name the folder).");
        return path;
    }

    private static string? Find(string relative)
    {
        if (Environment.GetEnvironmentVariable("INGESTION_SHARED") is { Length: > 0 } shared)
            return Existing(Path.Combine(shared, "bench", relative));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "bench", relative)) is { } path) return path;
        }
        return null;
    }

    private static string? Existing(string path) => Path.Exists(path) ? path : null;
}
