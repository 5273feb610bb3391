using Xunit;

namespace Ingestion.Unit.Tests.Clean;

/// <summary>Finds the benchmarks that lie beside the repository, where they do.</summary>
internal static class SharedFiles
{
    public const string Absent = "The folder of shared benchmarks is not there (set INGESTION_SHARED to point to it).";

    /// <summary>A file of them; skips the test, with the reason, where they are absent.</summary>
    public static string Require(string path)
    {
        var file = Root() is { } root ? Path.Combine(root, path) : null;
        Assert.SkipUnless(file is not null && File.Exists(file), $"{Absent} Missing: {path}");
        return file!;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("INGESTION_SHARED") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "bench"))) return shared;
        }
        return null;
    }
}
