using DotNet.Testcontainers.Builders;
using Testcontainers.MongoDb;

namespace Ingestion.Store.Tests.Mongo;

/// <summary>The server for all tests of this run: the one that the environment names, else a container.</summary>
internal static class MongoServer
{
    private const string Variable = "MONGODB_URI";
    private const string Image = "mongo:8.0";

    private static readonly Lazy<Task<(string? Uri, string? SkipReason)>> Server = new(FindAsync);

    public static Task<(string? Uri, string? SkipReason)> GetAsync() => Server.Value;

    private static async Task<(string? Uri, string? SkipReason)> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri) return (uri, null);
        try
        {
            // Testcontainers' own reaper removes it when the run is over.
            var container = new MongoDbBuilder(Image).WithReplicaSet().Build();
            await container.StartAsync();
            return (container.GetConnectionString(), null);
        }
        catch (Exception e) when (e is DockerUnavailableException or DotNet.Testcontainers.Containers.ContainerNotRunningException
            or Docker.DotNet.DockerApiException or TimeoutException)
        {
            return (null, $"No MongoDB: {Variable} is not set, and Docker gives no {Image} ({e.Message.Split('\n')[0].Trim()}).");
        }
    }
}
