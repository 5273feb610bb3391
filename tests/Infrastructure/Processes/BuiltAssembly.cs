namespace Ingestion.Tests.Infrastructure.Processes;

/// <summary>Finds what the build made of another project.</summary>
public static class BuiltAssembly
{
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The folder of the solution, above <c>artifacts/bin/{project}/{configuration}/</c>.</summary>
    public static string Root => Own.Parent!.Parent!.Parent!.Parent!.FullName;

    /// <summary>
    /// The path of a service's assembly in the configuration that the tests were built in. Outputs lie beside each other:
    /// <c>artifacts/bin/{project}/{configuration}/</c>.
    /// </summary>
    /// <exception cref="FileNotFoundException">It has not been built.</exception>
    public static string PathOf(string service)
    {
        var path = Path.Combine(Own.Parent!.Parent!.FullName, service, Own.Name, $"Ingestion.{service}.dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{service} has not been built in the configuration '{Own.Name}': {path} is missing.");
    }
}
