namespace Ingestion.Unit.Tests.Clean;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Ingestion.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Ingestion.sln: run the tests from a checkout.");
    }
}
