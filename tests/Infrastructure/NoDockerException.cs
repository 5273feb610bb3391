using DotNet.Testcontainers.Builders;

namespace Ingestion.Tests.Infrastructure;

/// <summary>Docker does not answer here, so no container can be started.</summary>
public sealed class NoDockerException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>Builds a container's description, for which Testcontainers looks Docker up.</summary>
    /// <exception cref="NoDockerException">Docker was not found.</exception>
    public static T Unless<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (DockerUnavailableException exception)
        {
            throw new NoDockerException(exception.Message.Split('\n')[0].TrimEnd('.', ' '), exception);
        }
    }
}
