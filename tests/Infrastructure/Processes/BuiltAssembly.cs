namespace Ingestion.Tests.Infrastructure.Processes;

/// <summary>Finds what the build made of another project.</summary>
public static class BuiltAssembly
{
    /// <summary>
    /// The path of a service's assembly in the configuration that the tests were built in. Outputs lie beside each other:
    /// <c>artifacts/bin/{project}/{configuration}/</c>.
    /// </summary>
    /// <exception cref="FileNotFoundException">It has not been built.</exception>
    public static string PathOf(string service)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(own.Parent!.Parent!.FullName, service, own.Name, $"Ingestion.{service}.dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{service} has not been built in the configuration '{own.Name}': {path} is missing.");
    }
}
